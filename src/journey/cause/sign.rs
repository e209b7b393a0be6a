//! What a service said, and the signs by which its cause is recognised.

crate::choice! {
    /// The service that refuses. The same status or text can mean different things from different services.
    pub enum Service {
        /// Altinn's API gateway, in front of every service of the platform.
        Gateway = "gateway",
        Maskinporten = "maskinporten",
        /// Altinn's token exchange.
        Exchange = "exchange",
        /// The system register, system users and their requests.
        Systems = "systems",
        ResourceRegistry = "resource-registry",
        Broker = "broker",
        Events = "events",
        /// Digdir's API for an organisation's own clients.
        Admin = "admin",
        /// Not a service of Altinn: a webhook, or the sandbox's own addresses.
        Other = "other",
    }
}

/// The parts of a refusal that its cause is recognised by.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    pub service: Service,
    pub status: u16,
    /// The service's own code, such as `BRO-00006`. None if the answer has none.
    pub code: Option<&'a str>,
    /// Maskinporten's `error`, such as `invalid_grant`.
    pub error: Option<&'a str>,
    /// The service's text. None if the answer has no body.
    pub text: Option<&'a str>,
}

/// How a cause is recognised. Every part that is set must fit. If both a code and a text are set, the text is used only for an
/// answer without a code, as older ones of Maskinporten are (facts platform A.4).
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// None if it means the same from every service.
    pub(super) service: Option<Service>,
    pub(super) code: Option<&'static str>,
    /// A part of the text or of `error`, in any letter case.
    text: Option<&'static str>,
    status: Option<u16>,
    /// Whether the answer must have no body.
    empty: bool,
}

impl Sign {
    const ANYTHING: Self = Self { service: None, code: None, text: None, status: None, empty: false };

    pub(super) const fn code(service: Service, code: &'static str) -> Self {
        Self { service: Some(service), code: Some(code), ..Self::ANYTHING }
    }

    pub(super) const fn text(service: Service, text: &'static str) -> Self {
        Self { service: Some(service), text: Some(text), ..Self::ANYTHING }
    }

    /// This code, or this text in an answer without a code.
    pub(super) const fn maskinporten(code: &'static str, text: &'static str) -> Self {
        Self { text: Some(text), ..Self::code(Service::Maskinporten, code) }
    }

    /// This code, or this text where a resumable upload is refused, which is without codes (facts broker-api 3).
    pub(super) const fn broker(code: &'static str, text: &'static str) -> Self {
        Self { text: Some(text), ..Self::code(Service::Broker, code) }
    }

    /// This status with any text.
    pub(super) const fn status(service: Service, status: u16) -> Self {
        Self { service: Some(service), ..Self::any(status) }
    }

    pub(super) const fn any(status: u16) -> Self {
        Self { status: Some(status), ..Self::ANYTHING }
    }

    /// This status without a body.
    pub(super) const fn empty(status: u16) -> Self {
        Self { empty: true, ..Self::any(status) }
    }

    pub(super) const fn from(self, service: Service) -> Self {
        Self { service: Some(service), ..self }
    }

    pub(super) const fn at(self, status: u16) -> Self {
        Self { status: Some(status), ..self }
    }

    pub(super) fn fits(&self, said: &Said<'_>) -> bool {
        self.service.is_none_or(|service| service == said.service)
            && self.status.is_none_or(|status| status == said.status)
            && (!self.empty || (said.text.is_none() && said.code.is_none()))
            && match (self.code, said.code) {
                (Some(code), Some(said_code)) => code == said_code,
                (Some(_), None) => self.text.is_some_and(|text| said.says(text)),
                (None, _) => self.text.is_none_or(|text| said.says(text)),
            }
    }
}

/// The shortest words that are looked for in a text of which nobody knows who wrote it, in bytes.
const SENTENCE: usize = 11;

impl Sign {
    pub(super) fn is_at(&self, status: u16) -> bool {
        self.status == Some(status) && self.text.is_none()
    }

    /// Whether this service can say it. Of an unknown service everything can come.
    pub(super) fn may_be_from(&self, service: Option<Service>) -> bool {
        self.service.is_none() || service.is_none() || self.service == service
    }

    /// Whether its words stand in a text in small letters.
    pub(super) fn stands_in(&self, text: &str, service_is_known: bool) -> bool {
        self.text.is_some_and(|words| (service_is_known || words.len() >= SENTENCE) && text.contains(&words.to_lowercase()))
    }
}

impl Said<'_> {
    fn says(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        [self.text, self.error].into_iter().flatten().any(|said| said.to_lowercase().contains(&words))
    }
}
