//! `choice!` declares an enum whose variants have public names, used in files, on the command line and in JSON.

/// Declares an enum whose variants each have one public name: `Variant = "name"`. With `or Variant` at the end that variant is read
/// for a name that this version does not know.
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $text:literal ),* $(,)? } $(or $other:ident)?) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $( $(#[$vmeta])* $variant ),* }

        impl $name {
            /// Every variant, in the order declared.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),* ];

            /// The public name, which never changes.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $text ),* }
            }

            fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.name() == name)
            }
        }

        // By its name, like everything else that reads and writes it: what serde derives finds the name again in code for each enum.
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = String::deserialize(deserializer)?;
                let found = Self::named(&name);
                $( let found = found.or(Some(Self::$other)); )?
                found.ok_or_else(|| serde::de::Error::custom(format_args!("{name} is not one of them")))
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
                Self::named(given).ok_or_else(|| {
                    $crate::values::Invalid::ChoiceUnknown {
                        given: given.to_owned(),
                        choices: Self::ALL.iter().map(|choice| choice.name().to_owned()).collect(),
                    }
                })
            }
        }
    };
}
