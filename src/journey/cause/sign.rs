//! What a service said, and the signs by which a cause is told.

crate::choice! {
    /// Who says it: the services tell their own causes apart, each in its own way.
    pub enum Service {
        /// Altinn's API gateway, which stands before every service of the platform.
        Gateway = "gateway",
        Maskinporten = "maskinporten",
        /// Altinn's exchange of tokens.
        Exchange = "exchange",
        /// The system register, system users and their requests.
        Systems = "systems",
        ResourceRegistry = "resource-registry",
        Broker = "broker",
        Events = "events",
        /// None of Altinn's: a webhook, the sandbox's own addresses.
        Other = "other",
    }
}

/// What was said, as far as it tells a cause.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    pub service: Service,
    pub status: u16,
    /// The service's own code, such as `BRO-00006`.
    pub code: Option<&'a str>,
    /// Maskinporten's `error`, such as `invalid_grant`.
    pub error: Option<&'a str>,
    /// The service's words; none where the answer has no body.
    pub text: Option<&'a str>,
}

/// How a cause is told. Every part that is there must fit; a code and a text stand for each other, since Maskinporten's older
/// answers come without a code (facts platform A.4).
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// Who says it; none where it means the same from every service.
    pub(super) service: Option<Service>,
    pub(super) code: Option<&'static str>,
    /// Part of the text, or of `error`, whatever the case.
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

    /// This code, or these words without a code.
    pub(super) const fn maskinporten(code: &'static str, text: &'static str) -> Self {
        Self { text: Some(text), ..Self::code(Service::Maskinporten, code) }
    }

    /// This status, whatever is said.
    pub(super) const fn status(service: Service, status: u16) -> Self {
        Self { service: Some(service), ..Self::any(status) }
    }

    pub(super) const fn any(status: u16) -> Self {
        Self { status: Some(status), ..Self::ANYTHING }
    }

    /// This status and no body.
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
                (Some(code), Some(told)) => code == told,
                (Some(_), None) => self.text.is_some_and(|text| said.says(text)),
                (None, _) => self.text.is_none_or(|text| said.says(text)),
            }
    }
}

impl Said<'_> {
    fn says(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        [self.text, self.error].into_iter().flatten().any(|said| said.to_lowercase().contains(&words))
    }
}
