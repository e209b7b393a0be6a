//! `codes!` declares an enum of problems, each with the code from the service's documentation.

/// Usage: one line `Variant = "CODE"` for each problem.
macro_rules! codes {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $code:literal ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis enum $name { $( $(#[$vmeta])* $variant ),* }

        impl $name {
            #[cfg(test)]
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),* ];

            /// The code as the service documents it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code ),* }
            }
        }
    };
}
