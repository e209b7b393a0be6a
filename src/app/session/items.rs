//! The selectable lines of a step, in order: the next action first, then the answers, then the checks.

use super::{Section, Session};
use crate::journey::{CheckId, DeedId, FieldId, FillPreset, Finding, Message, Profile, StepId, StepState};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Lets the sandbox fill in the answers.
    Fill(FillPreset),
    /// Opens a deed.
    Deed(DeedId),
    Field(FieldId),
    Check(CheckId),
}

/// The fields that letters fill in, or are signed with.
const ABOUT_LETTERS: [FieldId; 5] =
    [FieldId::ContactName, FieldId::ContactEmail, FieldId::ContactPhone, FieldId::AccessRequested, FieldId::ApprovalRequested];

impl Session {
    /// The selectable lines of the right pane.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        match self.focus.section {
            Section::Ready => Vec::new(),
            Section::Step(step) => self.items_of(step),
        }
    }

    #[must_use]
    pub fn item(&self) -> Option<Item> {
        self.items().get(self.focus.line).copied()
    }

    /// The first deed among the lines that are shown.
    pub(in crate::app) fn deed_here(&self) -> Option<DeedId> {
        self.items().into_iter().find_map(|item| match item {
            Item::Deed(deed) => Some(deed),
            Item::Fill(_) | Item::Field(_) | Item::Check(_) => None,
        })
    }

    fn items_of(&self, step: StepId) -> Vec<Item> {
        let profile = self.profile();
        let fills = if self.answers.can_be_filled() { FillPreset::ALL } else { &[] };
        let deeds = DeedId::ALL.iter().filter(|deed| deed.step() == step && deed.is_for(profile.role) && self.can_do(**deed));
        let mut fields: Vec<FieldId> = FieldId::ALL.iter().copied().filter(|field| field.step() == Some(step)).collect();
        fields.retain(|field| field.is_for(profile));
        // Most keys have none: it is asked for where one is needed.
        let has_password = profile.client.key_password.is_some() || self.has_typed_password;
        fields.retain(|field| *field != FieldId::ClientKeyPassword || has_password || self.needs_key_password());
        // Most networks need none either.
        fields.retain(|field| *field != FieldId::Ca || profile.ca.is_some() || self.needs_ca());
        // The letters ask for these, and note when they were sent.
        let is_next = |field: FieldId| self.next().iter().any(|next| next.field() == Some(field));
        fields.retain(|field| !ABOUT_LETTERS.contains(field) || profile.answer(*field).is_some() || is_next(*field));
        // What only a deed uses is asked for where the deed is to be done. A system that is there has its name.
        let to_do =
            |deed| self.is_left_to_do(deed) || self.publishes(deed) || (deed == DeedId::RegisterSystem && profile.system.id.is_none());
        fields.retain(|field| field.deed().is_none_or(to_do) || profile.answer(*field).is_some());
        // The field that sets the step aside comes last, after those that the step needs.
        fields.sort_by_key(|field| *field == FieldId::EventsSetAside);
        // Of a step that is with the vendor nothing is asked: what the vendor does is said once, above the lines.
        let is_ours = self.state(step) != StepState::WithVendor;
        let checks = self.answers.plan().checks.iter().map(|planned| planned.check).filter(|check| is_ours && check.step() == step);
        let lines = fills.iter().copied().map(Item::Fill);
        let lines = lines.chain(deeds.copied().map(Item::Deed)).chain(fields.into_iter().map(Item::Field));
        lines.chain(checks.map(Item::Check)).collect()
    }

    fn needs_key_password(&self) -> bool {
        let said = self.findings.all().iter().map(|finding| &finding.message);
        said.into_iter().any(|message| matches!(message, Message::KeyEncrypted { .. } | Message::KeyPasswordWrong { .. }))
    }

    fn needs_ca(&self) -> bool {
        let said = self.findings.all().iter().map(|finding| &finding.message);
        said.into_iter().any(|message| matches!(message, Message::NoAnswerTls { .. } | Message::NoAnswerTlsIssuer { .. }))
    }

    /// Whether a deed is offered: the answers are there without which it says nothing, the step's checks are not all skipped (set aside
    /// by the user, or done by the vendor), and it is left to do or can be done again.
    fn can_do(&self, deed: DeedId) -> bool {
        let mut of_step = self.answers.plan().checks.iter().filter(|planned| planned.check.step() == deed.step());
        let is_aside = of_step.all(|planned| planned.skip.is_some());
        let profile = self.profile();
        let waits_for_answer = match deed.missing(profile) {
            // The deed itself asks for these, so it is offered before they are answered.
            None | Some(FieldId::TransferRecipients | FieldId::EventsEndpoint) => false,
            Some(_) => true,
        };
        let has_object = deed != DeedId::Unsubscribe || self.has_subscription();
        !is_aside
            && has_object
            && !waits_for_answer
            && deed.has_room(profile)
            && (can_be_repeated(deed, profile) || self.is_left_to_do(deed))
    }

    fn is_left_to_do(&self, deed: DeedId) -> bool {
        self.next().iter().any(|next| next.deed() == Some(deed)) || (deed == DeedId::ChangeSystemUser && self.has_grown())
    }

    /// Whether there is a subscription to take away: one that the program made, or one that the check has seen.
    fn has_subscription(&self) -> bool {
        let is_seen = |finding: &Finding| {
            matches!(
                &finding.message,
                Message::SubscriptionGood { .. }
                    | Message::SubscriptionPartly { .. }
                    | Message::SubscriptionFaulty
                    | Message::SubscriptionOtherIdentity
            )
        };
        self.journal().latest(self.profile(), DeedId::Subscribe).is_some() || self.finding(CheckId::EventsSubscription).is_some_and(is_seen)
    }

    /// Whether the system got more rights since its user was last asked for: they do not reach the user by themselves.
    fn has_grown(&self) -> bool {
        let at = |deed| self.journal().latest(self.profile(), deed).map(|entry| entry.at);
        let asked = at(DeedId::AskSystemUser).max(at(DeedId::ChangeSystemUser));
        let has_user = self.finding(CheckId::AccessSystemUser).is_some_and(|finding| finding.outcome.lets_through());
        has_user && at(DeedId::UpdateSystem).is_some_and(|grown| asked.is_none_or(|asked| asked < grown))
    }
}

/// Whether a deed is offered also when nothing asks for it: one more test, one more subscription.
fn can_be_repeated(deed: DeedId, profile: &Profile) -> bool {
    match deed {
        DeedId::SendTest | DeedId::ReceiveTest | DeedId::Subscribe => true,
        // Wherever there is room for a key.
        DeedId::MakeKey | DeedId::PostKey | DeedId::RotateKey | DeedId::RetireKey => true,
        DeedId::RegisterSystem | DeedId::UpdateSystem | DeedId::AskSystemUser | DeedId::ChangeSystemUser => false,
        DeedId::RegisterOwner => false,
        // Where it was published from here: who answers otherwise publishes again.
        DeedId::PublishResource => !profile.publish.texts().iter().all(|text| text.is_empty()),
        DeedId::PublishPolicy => profile.publishes_here(),
        // What was set may be changed, and members come and go.
        DeedId::ConfigureResource | DeedId::Admit | DeedId::RestrictResource | DeedId::Unsubscribe => true,
        DeedId::AskScopes | DeedId::AskAccess | DeedId::AskApprover | DeedId::AskCounterpart => false,
    }
}
