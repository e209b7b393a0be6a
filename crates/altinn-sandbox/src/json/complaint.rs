//! The texts of the framework's reader for JSON that is no JSON.

/// What is wrong, at the place where the reader stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Complaint {
    NoTokens,
    StartOfValue(u8),
    StartOfName(u8),
    NameOrValueMissing,
    ValueMissing,
    Colon(u8),
    AfterValue(u8),
    AfterEnd(u8),
    Unopened(u8),
    Unclosed,
    TrailingCommaInObject,
    TrailingCommaInArray,
    ObjectTooDeep,
    ArrayTooDeep,
    TextUnended,
    InText(u8),
    Escape(u8),
    Hex(u8),
    /// The rest of the body, and the literal that it begins like.
    Literal(String, &'static str),
    EndOfNumber(u8),
    Exponent(u8),
    LeadingZero(u8),
    DigitAfterSign(u8),
    DigitAfterPoint(u8),
    DigitMissing,
}

/// How deep the services read (MvcOptions: 32).
pub(super) const DEEPEST: usize = 32;

impl Complaint {
    pub(super) fn text(&self) -> String {
        let shown = |byte: &u8| if (0x20..0x7F).contains(byte) { char::from(*byte).to_string() } else { format!("0x{byte:02X}") };
        match self {
            Self::NoTokens => "The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true.".to_owned(),
            Self::StartOfValue(byte) => format!("'{}' is an invalid start of a value.", shown(byte)),
            Self::StartOfName(byte) => format!("'{}' is an invalid start of a property name. Expected a '\"'.", shown(byte)),
            Self::NameOrValueMissing => "Expected start of a property name or value, but instead reached end of data.".to_owned(),
            Self::ValueMissing => "Expected a value, but instead reached end of data.".to_owned(),
            Self::Colon(byte) => format!("'{}' is invalid after a property name. Expected a ':'.", shown(byte)),
            Self::AfterValue(byte) => format!("'{}' is invalid after a value. Expected either ',', '}}', or ']'.", shown(byte)),
            Self::AfterEnd(byte) => format!("'{}' is invalid after a single JSON value. Expected end of data.", shown(byte)),
            Self::Unopened(byte) => format!("'{}' is invalid without a matching open.", shown(byte)),
            Self::Unclosed => {
                "Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed.".to_owned()
            }
            Self::TrailingCommaInObject => trailing_comma("object"),
            Self::TrailingCommaInArray => trailing_comma("array"),
            Self::ObjectTooDeep => too_deep("object"),
            Self::ArrayTooDeep => too_deep("array"),
            Self::TextUnended => "Expected end of string, but instead reached end of data.".to_owned(),
            Self::InText(byte) => format!("'{}' is invalid within a JSON string. The string should be correctly escaped.", shown(byte)),
            Self::Escape(byte) => {
                format!("'{}' is an invalid escapable character within a JSON string. The string should be correctly escaped.", shown(byte))
            }
            Self::Hex(byte) => {
                format!("'{}' is not a hex digit following '\\u' within a JSON string. The string should be correctly escaped.", shown(byte))
            }
            Self::Literal(rest, literal) => format!("'{rest}' is an invalid JSON literal. Expected the literal '{literal}'."),
            Self::EndOfNumber(byte) => format!("'{}' is an invalid end of a number. Expected a delimiter.", shown(byte)),
            Self::Exponent(byte) => format!("'{}' is an invalid end of a number. Expected 'E' or 'e'.", shown(byte)),
            Self::LeadingZero(byte) => format!("Invalid leading zero before '{}'.", shown(byte)),
            Self::DigitAfterSign(byte) => {
                format!("'{}' is invalid within a number, immediately after a sign character ('+' or '-'). {DIGIT}", shown(byte))
            }
            Self::DigitAfterPoint(byte) => {
                format!("'{}' is invalid within a number, immediately after a decimal point ('.'). {DIGIT}", shown(byte))
            }
            Self::DigitMissing => "Expected a digit ('0'-'9'), but instead reached end of data.".to_owned(),
        }
    }
}

const DIGIT: &str = "Expected a digit ('0'-'9').";

fn trailing_comma(of: &str) -> String {
    format!("The JSON {of} contains a trailing comma at the end which is not supported in this mode. Change the reader options.")
}

fn too_deep(of: &str) -> String {
    format!("The maximum configured depth of {DEEPEST} has been exceeded. Cannot read next JSON {of}.")
}
