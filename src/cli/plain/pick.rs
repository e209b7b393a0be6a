//! Choosing one of a few: a numbered list, answered by the number or by the word.

use super::talk::{Said, Talk, Turn};
use crate::cli::end::Stop;
use crate::values::Value;

/// One line of the list.
pub(super) struct Offered {
    /// The word that names it as well as its number does, such as `webhook`.
    pub(super) word: String,
    pub(super) says: String,
}

pub(super) enum Picked {
    /// The place in the list, from 0.
    One(usize),
    Turn(Turn),
}

impl Talk<'_> {
    /// Reads out the list and asks which. Enter alone takes the one at `default`, if there is one.
    pub(super) async fn pick(
        &mut self,
        question: &str,
        offered: &[Offered],
        default: Option<usize>,
        explained: &[String],
    ) -> Result<Picked, Stop> {
        for (index, one) in offered.iter().enumerate() {
            self.say(&format!("{}: {}", index + 1, one.says))?;
        }
        let count = offered.len();
        let told = match default {
            Some(default) => self.word("pick-default", &[("count", Value::from(&count)), ("default", Value::from(&(default + 1)))]),
            None => self.word("pick", &[("count", Value::from(&count))]),
        };
        self.say(&told)?;
        loop {
            match self.ask(question, explained).await? {
                Said::Typed(typed) => match picked(&typed, offered, default) {
                    Some(index) => return Ok(Picked::One(index)),
                    None => self.say(&told)?,
                },
                Said::Turn(turn) => return Ok(Picked::Turn(turn)),
            }
        }
    }
}

fn picked(typed: &str, offered: &[Offered], default: Option<usize>) -> Option<usize> {
    if typed.is_empty() {
        return default;
    }
    let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|index| *index < offered.len());
    let is_it = |one: &Offered| one.word.eq_ignore_ascii_case(typed) || one.says.to_lowercase() == typed.to_lowercase();
    number.or_else(|| offered.iter().position(is_it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_a_word_or_the_line_itself_names_one() {
        let offered = [("webhook", "Altinn calls our webhook"), ("poll", "we ask Altinn")];
        let offered = offered.map(|(word, says)| Offered { word: word.to_owned(), says: says.to_owned() });
        for (typed, index) in [("2", Some(1)), ("Poll", Some(1)), ("we ask altinn", Some(1)), ("3", None), ("0", None), ("", None)] {
            assert_eq!(picked(typed, &offered, None), index, "{typed}");
        }
        assert_eq!(picked("", &offered, Some(0)), Some(0));
    }
}
