//! Why an approver cannot do it: what the approver's browser is told, and nobody else (platform facts, D.3).

/// The reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApprovalRefused {
    /// There is no such request.
    Unknown,
    /// It has been answered already, or has timed out.
    NotNew,
    /// A change has been answered already, or has timed out.
    ChangeNotNew,
    /// The system has no bokmål name.
    NoSystemName,
    /// No reason that the check knows.
    Unexplained,
    /// No role of the approver has every action of the resource.
    NoRole,
    /// Nobody has given the approver the right itself.
    NoDirectRight,
    /// The service owner must let the organisation in, and has not.
    NotInServiceRights,
    /// The approver's login is of too low a level.
    LevelTooLow,
    /// The approver is no access manager.
    NoAccessManager,
    /// The approver lacks the access package.
    NoPackage,
    /// The party is not on the resource's access list.
    NotListed,
    /// The resource cannot be given away.
    NotDelegable,
    /// The resource is a Maskinporten scheme.
    MaskinportenSchema,
}

impl ApprovalRefused {
    /// What an approver can be told to lack, by the word that the approval page sends.
    pub const LACKING: [(&'static str, Self); 7] = [
        ("access-manager", Self::NoAccessManager),
        ("role", Self::NoRole),
        ("package", Self::NoPackage),
        ("right", Self::NoDirectRight),
        ("service-rights", Self::NotInServiceRights),
        ("level", Self::LevelTooLow),
        ("reason", Self::Unexplained),
    ];

    /// The service's code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.parts().0
    }

    /// The service's text.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.parts().1
    }

    const fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Unknown => ("AUTH-00010", "The Id does not refer to a Request in our system."),
            Self::NotNew => ("AUTH-00013", "The Status of the Request is not New."),
            Self::Unexplained => ("AUTH-00014", "DelegationCheck failed with unknown error."),
            Self::NoRole => ("AUTH-00016", "DelegationCheck failed with error: Has not access by a delegation of role in ER or Altinn."),
            Self::NoSystemName => ("AUTH-00017", "The SystemName was not found."),
            Self::NoDirectRight => ("AUTH-00018", "DelegationCheck failed with error: Has not access by direct delegation."),
            Self::NotInServiceRights => (
                "AUTH-00019",
                "DelegationCheck failed with error: The service requires explicit access in SRR and the reportee is missing this.",
            ),
            Self::LevelTooLow => (
                "AUTH-00020",
                "DelegationCheck failed with error: The service requires explicit authentication level and the reportee is missing this.",
            ),
            Self::ChangeNotNew => {
                ("AUTH-00061", "The Status of the Request is not New. Please generate a new CorrellationId for a new Change Request")
            }
            Self::NoAccessManager => ("AUTH-00066", "The request requires logged in user to have accessmanager write."),
            Self::NoPackage => ("AUTH-00068", "DelegationCheck failed with error: Has not access by a delegation of package in Altinn."),
            Self::NotListed => {
                ("AUTH-00069", "DelegationCheck failed with error: The receiver does not have the right based on Access List delegation.")
            }
            Self::NotDelegable => {
                ("AUTH-00070", "DelegationCheck failed with error: The resource cannot be delegated to another user or entity.")
            }
            Self::MaskinportenSchema => (
                "AUTH-00071",
                "DelegationCheck failed with error: The resource is not delegable because it is a Maskinporten schema resource.",
            ),
        }
    }
}
