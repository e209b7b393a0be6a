//! `phrases!`: an enum whose variants are things the program can say, each with a public id and typed values.
//!
//! The words are not here: `assets/text/<language>` holds them under the same id, with the same names in braces. The tests
//! walk `ALL` and fail on a missing line or an unknown placeholder.

/// Declares an enum of phrases: `Variant { field: Type } = "public-id"`.
///
/// Every field's type must convert by reference into [`crate::values::Value`]. The enum gets `ALL` (id and placeholder
/// names), `id()` and `values()`; it serialises as a map with the id under `id`, so that what is stored stays typed.
#[macro_export]
macro_rules! phrases {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $( $(#[$vmeta:meta])* $variant:ident $({ $($field:ident : $ty:ty),* $(,)? })? = $id:literal ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(tag = "id")]
        $vis enum $name {
            $( $(#[$vmeta])* #[serde(rename = $id)] #[allow(missing_docs, reason = "the fields are the placeholders of the phrase")]
               $variant $({ $($field: $ty),* })?, )*
            /// Written by a newer version of this program.
            #[serde(other, rename = "not-known")]
            NotKnown,
        }

        impl $name {
            /// Every phrase: its public id and the names of its placeholders.
            pub const ALL: &'static [(&'static str, &'static [&'static str])] =
                &[ $( ($id, &[ $($(stringify!($field)),*)? ]), )* ("not-known", &[]) ];

            /// The public id, which never changes once released.
            #[must_use]
            pub fn id(&self) -> &'static str {
                match self { $( Self::$variant $({ $($field: _),* })? => $id, )* Self::NotKnown => "not-known" }
            }

            /// The values to put into the words, by placeholder name.
            #[must_use]
            pub fn values(&self) -> Vec<(&'static str, $crate::values::Value)> {
                match self {
                    $( Self::$variant $({ $($field),* })? =>
                        vec![ $($( (stringify!($field), $crate::values::Value::from($field)) ),*)? ], )*
                    Self::NotKnown => vec![],
                }
            }
        }
    };
}
