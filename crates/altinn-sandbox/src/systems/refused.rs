//! Why an approval is refused. Only the approver's browser is told (facts platform D.3).

use crate::faults::documented;

codes! {
    pub enum ApprovalRefused {
        Unknown = "AUTH-00010",
        /// Answered already, or timed out.
        NotNew = "AUTH-00013",
        /// For a request to change a system user: answered already, or timed out.
        ChangeNotNew = "AUTH-00061",
        /// The system has no name in bokmål.
        NoSystemName = "AUTH-00017",
        /// The delegation check fails without a reason.
        Unexplained = "AUTH-00014",
        /// The approver's roles do not cover every action of the resource.
        NoRole = "AUTH-00016",
        /// The approver was not given this right directly.
        NoDirectRight = "AUTH-00018",
        /// The service owner has not given this organisation access.
        NotInServiceRights = "AUTH-00019",
        /// The approver's authentication level is too low.
        LevelTooLow = "AUTH-00020",
        /// The approver is not an access manager.
        NoAccessManager = "AUTH-00066",
        NoPackage = "AUTH-00068",
        NotListed = "AUTH-00069",
        NotDelegable = "AUTH-00070",
        /// The resource is a `MaskinportenSchema`, which cannot be delegated to a system user.
        MaskinportenSchema = "AUTH-00071",
    }
}

impl ApprovalRefused {
    /// What the approval page lets a user leave out, by the value that the page sends.
    pub const LACKING: [(&'static str, Self); 7] = [
        ("access-manager", Self::NoAccessManager),
        ("role", Self::NoRole),
        ("package", Self::NoPackage),
        ("right", Self::NoDirectRight),
        ("service-rights", Self::NotInServiceRights),
        ("level", Self::LevelTooLow),
        ("reason", Self::Unexplained),
    ];

    #[must_use]
    pub fn title(self) -> &'static str {
        documented(self.code()).1
    }
}
