//! Reads JSON token by token and knows, after each, the line and the byte in it where the reader stands.

use super::complaint::{Complaint, DEEPEST};

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    StartObject,
    EndObject,
    StartArray,
    EndArray,
    Name(String),
    /// A text; `None` where it is no valid UTF-8 or an escape names half a character.
    Text(Option<String>),
    Number(String),
    Boolean(bool),
    Null,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Object,
    Array,
}

/// What was read last decides what may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Opened,
    Name,
    Value,
}

pub(super) struct Tokens<'a> {
    body: &'a [u8],
    at: usize,
    /// Both count from 0.
    pub(super) line: usize,
    pub(super) byte: usize,
    inside: Vec<Inside>,
    last: Last,
    /// Whether the body is an object or an array, so that a number must be followed by a delimiter.
    composite: bool,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(body: &'a [u8]) -> Self {
        Self { body, at: 0, line: 0, byte: 0, inside: Vec::new(), last: Last::Nothing, composite: false }
    }

    /// The next token, or `None` at the end of the body.
    pub(super) fn next(&mut self) -> Result<Option<Token>, Complaint> {
        self.skip_blanks();
        let Some(first) = self.peek() else { return self.ended() };
        match (self.last, self.inside.last()) {
            (Last::Nothing, _) => {
                self.composite = matches!(first, b'{' | b'[');
                self.value(first)
            }
            (Last::Opened, Some(Inside::Object)) => match first {
                b'}' => Ok(self.closed(Token::EndObject)),
                b'"' => self.name(),
                _ => Err(Complaint::StartOfName(first)),
            },
            (Last::Opened, _) if first == b']' => Ok(self.closed(Token::EndArray)),
            (Last::Opened | Last::Name, _) => self.value(first),
            (Last::Value, None) => Err(Complaint::AfterEnd(first)),
            (Last::Value, Some(inside)) => self.after_value(first, *inside),
        }
        .map(Some)
    }

    fn ended(&self) -> Result<Option<Token>, Complaint> {
        match (self.last, self.inside.is_empty()) {
            (Last::Nothing, _) => Err(Complaint::NoTokens),
            (_, false) => Err(Complaint::Unclosed),
            (_, true) => Ok(None),
        }
    }

    fn after_value(&mut self, first: u8, inside: Inside) -> Result<Token, Complaint> {
        match (first, inside) {
            (b'}', Inside::Object) => return Ok(self.closed(Token::EndObject)),
            (b']', Inside::Array) => return Ok(self.closed(Token::EndArray)),
            (b'}' | b']', _) => return Err(Complaint::Unopened(first)),
            (b',', _) => {}
            _ => return Err(Complaint::AfterValue(first)),
        }
        // At the very end the reader stays before the comma.
        if self.at + 1 >= self.body.len() {
            return Err(Complaint::NameOrValueMissing);
        }
        self.step(1);
        self.skip_blanks();
        let Some(next) = self.peek() else { return Err(Complaint::NameOrValueMissing) };
        match (inside, next) {
            (Inside::Object, b'"') => self.name(),
            (Inside::Object, b'}') => Err(Complaint::TrailingCommaInObject),
            (Inside::Object, _) => Err(Complaint::StartOfName(next)),
            (Inside::Array, b']') => Err(Complaint::TrailingCommaInArray),
            (Inside::Array, _) => self.value(next),
        }
    }

    fn name(&mut self) -> Result<Token, Complaint> {
        let name = self.text()?.unwrap_or_default();
        self.skip_blanks();
        match self.peek() {
            None => return Err(Complaint::ValueMissing),
            Some(b':') => self.step(1),
            Some(other) => return Err(Complaint::Colon(other)),
        }
        self.last = Last::Name;
        Ok(Token::Name(name))
    }

    fn value(&mut self, first: u8) -> Result<Token, Complaint> {
        let token = match first {
            b'{' => return self.opened(Inside::Object),
            b'[' => return self.opened(Inside::Array),
            b'"' => Token::Text(self.text()?),
            b'-' | b'0'..=b'9' => self.number()?,
            b't' => self.literal("true", Token::Boolean(true))?,
            b'f' => self.literal("false", Token::Boolean(false))?,
            b'n' => self.literal("null", Token::Null)?,
            _ => return Err(Complaint::StartOfValue(first)),
        };
        self.last = Last::Value;
        Ok(token)
    }

    fn opened(&mut self, inside: Inside) -> Result<Token, Complaint> {
        let (token, too_deep) = match inside {
            Inside::Object => (Token::StartObject, Complaint::ObjectTooDeep),
            Inside::Array => (Token::StartArray, Complaint::ArrayTooDeep),
        };
        if self.inside.len() >= DEEPEST {
            return Err(too_deep);
        }
        self.inside.push(inside);
        self.last = Last::Opened;
        self.step(1);
        Ok(token)
    }

    fn closed(&mut self, token: Token) -> Token {
        self.inside.pop();
        self.last = Last::Value;
        self.step(1);
        token
    }

    fn literal(&mut self, literal: &'static str, token: Token) -> Result<Token, Complaint> {
        let rest = &self.body[self.at..];
        let fits = rest.iter().zip(literal.as_bytes()).take_while(|(given, wanted)| given == wanted).count();
        self.step(fits);
        if fits == literal.len() { Ok(token) } else { Err(Complaint::Literal(String::from_utf8_lossy(rest).into_owned(), literal)) }
    }

    /// RFC 8259, section 6.
    fn number(&mut self) -> Result<Token, Complaint> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.step(1);
            self.digit(Complaint::DigitAfterSign)?;
        }
        let zero = self.peek() == Some(b'0');
        if zero {
            self.step(1);
        } else {
            self.digits();
        }
        let mut point = false;
        if self.peek() == Some(b'.') {
            point = true;
            self.step(1);
            self.digit(Complaint::DigitAfterPoint)?;
            self.digits();
        }
        let exponent = matches!(self.peek(), Some(b'e' | b'E'));
        if exponent {
            self.step(1);
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.step(1);
            }
            self.digit(Complaint::DigitAfterSign)?;
            self.digits();
        }
        match self.peek() {
            None if self.composite => return Err(Complaint::EndOfNumber(self.body[self.at - 1])),
            None => {}
            Some(next) if b",}] \n\r\t/".contains(&next) => {}
            Some(next) if exponent => return Err(Complaint::EndOfNumber(next)),
            Some(next) if point => return Err(Complaint::Exponent(next)),
            Some(next @ b'0'..=b'9') if zero => return Err(Complaint::LeadingZero(next)),
            Some(next) => return Err(Complaint::EndOfNumber(next)),
        }
        Ok(Token::Number(String::from_utf8_lossy(&self.body[start..self.at]).into_owned()))
    }

    /// Looks for a digit; does not pass it.
    fn digit(&self, otherwise: fn(u8) -> Complaint) -> Result<(), Complaint> {
        match self.peek() {
            None => Err(Complaint::DigitMissing),
            Some(byte) if byte.is_ascii_digit() => Ok(()),
            Some(byte) => Err(otherwise(byte)),
        }
    }

    fn digits(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.step(1);
        }
    }

    /// A text from its first quote to its last; `None` where it cannot be a text of .NET.
    fn text(&mut self) -> Result<Option<String>, Complaint> {
        let start = self.at;
        self.step(1);
        loop {
            match self.peek() {
                None => return Err(Complaint::TextUnended),
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(byte) if byte < 0x20 => return Err(Complaint::InText(byte)),
                Some(_) => self.step(1),
            }
        }
        self.step(1);
        Ok(serde_json::from_slice(&self.body[start..self.at]).ok())
    }

    fn escape(&mut self) -> Result<(), Complaint> {
        self.step(1);
        match self.peek() {
            None => Err(Complaint::TextUnended),
            Some(b'u') => {
                self.step(1);
                for _ in 0..4 {
                    match self.peek() {
                        None => return Err(Complaint::TextUnended),
                        Some(byte) if byte.is_ascii_hexdigit() => self.step(1),
                        Some(byte) => return Err(Complaint::Hex(byte)),
                    }
                }
                Ok(())
            }
            Some(b'"' | b'n' | b'r' | b't' | b'/' | b'\\' | b'b' | b'f') => {
                self.step(1);
                Ok(())
            }
            Some(byte) => Err(Complaint::Escape(byte)),
        }
    }

    fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'\n' => {
                    self.at += 1;
                    self.line += 1;
                    self.byte = 0;
                }
                b' ' | b'\r' | b'\t' => self.step(1),
                _ => return,
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.body.get(self.at).copied()
    }

    fn step(&mut self, bytes: usize) {
        self.at += bytes;
        self.byte += bytes;
    }
}
