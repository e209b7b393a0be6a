//! `choice!` declares an enum whose variants have public names, used in files, on the command line and in JSON.

/// Declares an enum whose variants each have one public name: `Variant = "name"`.
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $text:literal ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $vis enum $name { $( $(#[$vmeta])* #[serde(rename = $text)] $variant ),* }

        impl $name {
            /// Every variant, in the order declared.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),* ];

            /// The public name, which never changes.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $text ),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::values::Invalid;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let given = text.trim();
                Self::ALL.iter().copied().find(|choice| choice.name() == given).ok_or_else(|| {
                    $crate::values::Invalid::ChoiceUnknown {
                        given: given.to_owned(),
                        choices: Self::ALL.iter().map(|choice| choice.name().to_owned()).collect(),
                    }
                })
            }
        }
    };
}
