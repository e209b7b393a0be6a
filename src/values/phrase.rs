//! `phrases!` declares an enum whose variants are things the program can say, each with a public id and typed values.
//!
//! The texts are in `assets/text/<language>` under the same id, with the same names in braces. The tests go through `ALL` and fail
//! on a missing text or an unknown placeholder.

/// Declares an enum of phrases: `Variant { field: Type } = "public-id"`.
///
/// Every field's type must convert by reference into [`crate::values::Value`]. The enum gets `ALL` (ids and placeholder names),
/// `id()` and `values()`. It serialises as a map with the id under `id`, so that stored phrases can be shown in another language
/// later. A field that older versions did not write has the value that counts then: `Variant { field: Type = value }`.
///
/// With `enum Name: Actor` a phrase can also say who must act, and link to where to read about it or do it, since neither depends
/// on the language: `Variant { field: Type } = "public-id" => Actor::You; "https://…"`. Both may use the fields. The enum then also
/// gets `who()`, `link()` and `ADVISED`, the ids of the phrases that say who must act.
///
/// With `enum Name: Actor, Mend` each phrase that says who must act also says what mends it, which may use the fields too:
/// `Variant = "public-id" => Actor::You => Mend::Again; "https://…"`. The enum then also gets `mend()`.
#[macro_export]
macro_rules! phrases {
    ($(#[$meta:meta])* $vis:vis enum $name:ident: $actor:ty, $mend:ty {
        $( $(#[$vmeta:meta])* $variant:ident $({ $($(#[$fmeta:meta])* $field:ident : $ty:ty $(= $absent:expr)?),* $(,)? })? = $id:literal
           $(=> $who:expr => $how:expr $(; $link:expr)?)? ),* $(,)?
    }) => {
        $crate::phrases! {
            $(#[$meta])* $vis enum $name: $actor {
                $( $(#[$vmeta])* $variant $({ $($(#[$fmeta])* $field : $ty $(= $absent)?),* })? = $id $(=> $who $(; $link)?)? ),*
            }
        }

        impl $name {
            /// What mends it. None if nobody has to act.
            #[must_use]
            #[allow(unused_variables, reason = "most phrases need none of their fields for it")]
            pub fn mend(&self) -> Option<$mend> {
                match self {
                    $( Self::$variant $({ $($field),* })? => $crate::phrases!(@first $(Some($how),)? None), )*
                    Self::NotKnown => None,
                }
            }
        }
    };
    ($(#[$meta:meta])* $vis:vis enum $name:ident: $actor:ty {
        $( $(#[$vmeta:meta])* $variant:ident $({ $($(#[$fmeta:meta])* $field:ident : $ty:ty $(= $absent:expr)?),* $(,)? })? = $id:literal
           $(=> $who:expr $(; $link:expr)?)? ),* $(,)?
    }) => {
        $crate::phrases! {
            $(#[$meta])* $vis enum $name {
                $( $(#[$vmeta])* $variant $({ $($(#[$fmeta])* $field : $ty $(= $absent)?),* })? = $id ),*
            }
        }

        impl $name {
            /// The ids of the phrases that say who must act.
            pub const ADVISED: &'static [&'static str] = &[ $( $( $crate::phrases!(@first $id, $who), )? )* ];

            /// Who must act. None if nobody has to.
            #[must_use]
            #[allow(unused_variables, reason = "most phrases need none of their fields for it")]
            pub fn who(&self) -> Option<$actor> {
                match self {
                    $( Self::$variant $({ $($field),* })? => $crate::phrases!(@first $(Some($who),)? None), )*
                    Self::NotKnown => None,
                }
            }

            /// Where to read about it or do it.
            #[must_use]
            #[allow(unused_variables, reason = "most phrases need none of their fields for it")]
            pub fn link(&self) -> Option<&'static str> {
                match self {
                    $( Self::$variant $({ $($field),* })? => $crate::phrases!(@first $($(Option::from($link),)?)? None), )*
                    Self::NotKnown => None,
                }
            }
        }
    };
    (@first $first:expr $(, $rest:expr)?) => { $first };
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $( $(#[$vmeta:meta])* $variant:ident $({ $($(#[$fmeta:meta])* $field:ident : $ty:ty $(= $absent:expr)?),* $(,)? })? = $id:literal ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis enum $name {
            $( $(#[$vmeta])* #[allow(missing_docs, reason = "the fields are the placeholders of the phrase")]
               $variant $({ $($(#[$fmeta])* $field: $ty),* })?, )*
            /// Written by a newer version of this program.
            NotKnown,
        }

        impl $name {
            fn written(&self) -> serde_json::Result<$crate::values::WrittenPhrase> {
                let mut written = $crate::values::WrittenPhrase::new(self.id());
                match self {
                    $( Self::$variant $({ $($field),* })? => { $($( written.put(stringify!($field), $field)?; )*)? } )*
                    Self::NotKnown => {}
                }
                Ok(written)
            }

            fn read(written: &$crate::values::WrittenPhrase) -> serde_json::Result<Self> {
                Ok(match written.id()? {
                    $( $id => Self::$variant $({
                        $( $field: written.field(stringify!($field), $crate::phrases!(@first $(Some($absent),)? None))? ),*
                    })?, )*
                    _ => Self::NotKnown,
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.written().map_err(serde::ser::Error::custom)?.serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let written = $crate::values::WrittenPhrase::deserialize(deserializer)?;
                Self::read(&written).map_err(serde::de::Error::custom)
            }
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

            /// The values to put into the text, by placeholder name.
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
