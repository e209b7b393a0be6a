//! What a person does in a portal, and the question whether there is a client already.

use super::Onboarding;
use super::pick::{Offered, Picked};
use super::talk::Turn;
use crate::cli::end::Stop;
use crate::journey::{DeedId, Errand, FieldId, LetterKind, Next, Who, scopes};

const FILE: &str = "plain";

impl Onboarding<'_> {
    /// Tells the way, with what is pasted there. Then the client's id is asked for, or the services are.
    pub(super) async fn errand(&mut self, errand: Errand, next: &Next) -> Result<Turn, Stop> {
        let text = self.console.text;
        let about = text.errand("screens", errand, "about", &self.profile).unwrap_or_default();
        self.talk.say(&about)?;
        if let Some(page) = self.page_of(errand, next).await? {
            self.talk.say_word("page", &[])?;
            self.talk.say(&page)?;
        }
        for (index, line) in text.errand_lines(FILE, errand, &self.profile).iter().enumerate() {
            self.talk.say(&format!("{}: {line}", index + 1))?;
        }
        self.say_what_is_pasted(errand).await?;
        if let Some(after) = text.errand(FILE, errand, "after", &self.profile) {
            self.talk.say(&after)?;
        }
        match errand {
            Errand::MakeClient => self.answer(FieldId::ClientId, None).await,
            Errand::AddScopes => {
                let kind = (next.who != Who::You).then_some(LetterKind::Scopes);
                self.until_changed(next, "enter-when-done", kind).await
            }
            Errand::CompareClient => self.compared(next).await,
            Errand::Approve => self.until_changed(next, "enter-when-done", Some(LetterKind::Approver)).await,
        }
    }

    /// The client was compared with the portal: what differs is asked for again.
    async fn compared(&mut self, next: &Next) -> Result<Turn, Stop> {
        let fields = [FieldId::ClientId, FieldId::ClientKid, FieldId::ClientKey];
        let mut offered = vec![Offered { word: self.word("command-same", &[]), says: self.word("compare-same", &[]) }];
        let text = self.text();
        offered.extend(fields.map(|field| Offered { word: field.to_string(), says: text.field(field) }));
        let question = self.word("compare-question", &[]);
        let explained = [question.clone()];
        match self.talk.pick(&question, &offered, Some(0), &explained).await? {
            Picked::Turn(turn) => Ok(turn),
            Picked::One(index) => match index.checked_sub(1).and_then(|index| fields.get(index)) {
                Some(field) => self.answer(*field, None).await,
                None => self.until_changed(next, "enter-looks", None).await,
            },
        }
    }

    async fn say_what_is_pasted(&mut self, errand: Errand) -> Result<(), Stop> {
        if errand == Errand::MakeClient {
            let folder = self.engine.profile_folder();
            match self.engine.public_key(&self.profile, &folder).await {
                Ok(key) => {
                    self.talk.say_word("public-key", &[])?;
                    self.talk.say(&key.split_whitespace().collect::<Vec<_>>().join(" "))?;
                }
                Err(message) => self.talk.say(&self.console.text.engine(&message))?,
            }
        }
        if matches!(errand, Errand::MakeClient | Errand::AddScopes) {
            self.talk.say_word("scopes", &[])?;
            scopes(&self.profile).iter().try_for_each(|wanted| self.talk.say(wanted.scope.as_str()))?;
        }
        Ok(())
    }

    /// The page: of what is to be approved, else the portal of the environment.
    async fn page_of(&mut self, errand: Errand, next: &Next) -> Result<Option<String>, Stop> {
        let sandbox = self.engine.sandbox_for(&self.profile).await;
        let sandbox = sandbox.map_err(|message| Stop::Failed(self.console.text.engine(&message)))?;
        Ok(errand.page(next, &self.profile.environment, sandbox.as_ref()))
    }

    /// Whether there is a client already. If there is, its id is asked for; if not, a key is made for a new one.
    pub(super) async fn have_client(&mut self) -> Result<Turn, Stop> {
        let line = |key: &str| self.console.text.line("screens", key, &[]);
        let question = line("have-client.question");
        let offered = ["no", "yes"].map(|word| Offered {
            word: word.to_owned(),
            says: format!("{}. {}", line(&format!("have-client.{word}")), line(&format!("have-client.{word}-about"))),
        });
        self.talk.say(&question)?;
        let answer = self.word("which-question", &[]);
        match self.talk.pick(&answer, &offered, Some(0), &[question]).await? {
            Picked::One(0) => self.deed(DeedId::MakeKey).await,
            Picked::One(_) => self.answer(FieldId::ClientId, None).await,
            Picked::Turn(turn) => Ok(turn),
        }
    }
}
