//! The line "Next" says all that it has to say in a terminal of 80 columns, in every language: what is done and chosen, on one line.
//! What names a check or a moment takes a second one where it is longer.

use crate::journey::{Act, DeedId, Environment, Errand, FieldId, Next, Profile, PublishedEnvironment, Role, StepId, Who};
use crate::text::Text;
use crate::values::Language;
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// Beside the words and the label: a space, a space and the glyph, a space, and the key with its two spaces and the last column.
const BESIDE: &str = "  > ..Enter.";

fn acts(profile: &Profile) -> Vec<Act> {
    let fields = FieldId::ALL.iter().filter(|field| field.is_for(profile)).flat_map(|field| [Act::Answer(*field), Act::Choose(*field)]);
    let deeds = DeedId::ALL.iter().filter(|deed| deed.is_for(profile.role)).flat_map(|deed| [Act::Deed(*deed), Act::Person(*deed)]);
    let errands = Errand::ALL.iter().map(|errand| Act::Portal(*errand));
    fields.chain(deeds).chain(errands).chain([Act::HaveClient, Act::Check]).collect()
}

#[test]
fn what_is_done_and_chosen_fits_one_line() {
    let mut long = BTreeSet::new();
    for language in Language::ALL {
        let text = Text::new(*language);
        let room = 80 - BESIDE.width() - text.line("screens", "next.label", &[]).width();
        for (role, environment) in Role::ALL.iter().flat_map(|role| PublishedEnvironment::ALL.iter().map(move |named| (*role, *named))) {
            let profile = Profile::new(role, Environment::Named(environment));
            for (act, who) in acts(&profile).into_iter().flat_map(|act| [(act, Who::You), (act, Who::ServiceDesk)]) {
                let next = Next { step: StepId::Key, act, who, check: None, link: None, since: None, until: None };
                let says = text.next(&next, &profile, &[]);
                if says.width() > room {
                    long.insert(format!("{}: {says}", says.width()));
                }
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}
