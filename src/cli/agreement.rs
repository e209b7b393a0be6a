//! Showing what a deed would do, and asking whether it is meant. In production a yes is not enough: the user types the profile's name,
//! or gives `--confirm` with the organisation's number and then a yes. What was made elsewhere needs its id, typed or by
//! `--confirm-id`.

use super::console::Console;
use super::end::Stop;
use crate::engine::ChosenAnswers;
use crate::journey::{MustType, Preview};
use crate::report::{laid, preview_statements};
use crate::values::{OrgNumber, Value};

/// What the arguments say of it.
pub(super) struct Agreement<'a> {
    pub(super) yes: bool,
    /// The organisation's number.
    pub(super) confirm: Option<&'a str>,
    /// The id of a thing that was made elsewhere.
    pub(super) confirm_id: Option<&'a str>,
}

/// One answer of the user.
enum Meant {
    /// The user typed it: no further question is asked.
    Typed,
    /// An argument says it: a yes, or `--yes`, is still needed.
    Flag,
    No,
}

impl Agreement<'_> {
    /// Shows the preview, and returns whether the deed is to be done. With `dry_run` it only shows.
    pub(super) async fn shown_and_given(
        &self,
        preview: &Preview,
        dry_run: bool,
        selected: &ChosenAnswers,
        console: &Console,
    ) -> Result<bool, Stop> {
        let (says, details) = preview_statements(preview, &console.text.for_role(selected.profile.role));
        let paper = console.paper();
        let shown = format!("{}\n{}\n", laid(&says, 0, paper), laid(&details, 0, paper));
        if dry_run {
            // Standard output has a letter alone.
            match preview.letter {
                Some(_) => console.say_as_is(&shown),
                None => console.print(&shown)?,
            }
            return Ok(false);
        }
        console.say_as_is(&shown);
        let given = self.given(preview, selected, console).await?;
        if !given {
            console.say(&console.word("said.nothing-done", &[]));
        }
        Ok(given)
    }

    async fn given(&self, preview: &Preview, selected: &ChosenAnswers, console: &Console) -> Result<bool, Stop> {
        let mut all_typed = !preview.must_type.is_empty();
        for must in &preview.must_type {
            let meant = match must {
                MustType::ProfileName => self.means_production(selected, console).await?,
                MustType::Id(id) => self.means_id(id, console).await?,
            };
            match meant {
                Meant::Typed => {}
                Meant::Flag => all_typed = false,
                Meant::No => return Ok(false),
            }
        }
        if all_typed || self.yes {
            return Ok(true);
        }
        console.agrees_and_listens().await.ok_or_else(|| Stop::Usage(console.word("problem.needs-yes", &[])))
    }

    async fn means_production(&self, selected: &ChosenAnswers, console: &Console) -> Result<Meant, Stop> {
        let Some(organisation) = &selected.profile.organisation else {
            return Err(Stop::Usage(console.word("problem.needs-confirm-unknown", &[])));
        };
        match (self.confirm, &selected.name) {
            (Some(given), _) if given.parse::<OrgNumber>().as_ref() == Ok(organisation) => Ok(Meant::Flag),
            (Some(given), _) => {
                let values = [("given", Value::Text(given.to_owned())), ("organisation", organisation.into())];
                Err(Stop::Usage(console.word("problem.confirm-differs", &values)))
            }
            (None, Some(name)) => match console.ask_and_listen(&console.word("said.confirm-name", &[("name", name.into())])).await {
                Some(typed) if typed == *name => Ok(Meant::Typed),
                Some(_) => Ok(Meant::No),
                None => Err(needs_confirm(organisation, console)),
            },
            (None, None) => Err(needs_confirm(organisation, console)),
        }
    }

    async fn means_id(&self, id: &str, console: &Console) -> Result<Meant, Stop> {
        let values = [("id", Value::Text(id.to_owned()))];
        match self.confirm_id {
            Some(given) if given == id => Ok(Meant::Flag),
            Some(_) => Err(Stop::Usage(console.word("problem.confirm-id-differs", &values))),
            None => match console.ask_and_listen(&console.word("said.confirm-id", &values)).await {
                Some(typed) if typed == id => Ok(Meant::Typed),
                Some(_) => Ok(Meant::No),
                None => Err(Stop::Usage(console.word("problem.needs-confirm-id", &values))),
            },
        }
    }
}

fn needs_confirm(organisation: &OrgNumber, console: &Console) -> Stop {
    Stop::Usage(console.word("problem.needs-confirm", &[("organisation", Value::Text(organisation.digits().to_owned()))]))
}
