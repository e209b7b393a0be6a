//! `codes!`: an enum of problems, each with the code that the service's documentation gives it.

/// Declares an enum whose variants each have one code: `Variant = "CODE"`.
macro_rules! codes {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $code:literal ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis enum $name { $( $(#[$vmeta])* $variant ),* }

        impl $name {
            #[cfg(test)]
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),* ];

            /// The service's own code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code ),* }
            }
        }
    };
}
