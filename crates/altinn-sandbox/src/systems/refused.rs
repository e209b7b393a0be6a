//! Why an approver cannot do it: what the approver's browser is told, and nobody else (facts platform D.3).

use crate::faults::documented;

codes! {
    pub enum ApprovalRefused {
        /// There is no such request.
        Unknown = "AUTH-00010",
        /// It has been answered already, or has timed out.
        NotNew = "AUTH-00013",
        /// A change has been answered already, or has timed out.
        ChangeNotNew = "AUTH-00061",
        /// The system has no bokmål name.
        NoSystemName = "AUTH-00017",
        /// No reason that the check knows.
        Unexplained = "AUTH-00014",
        /// No role of the approver has every action of the resource.
        NoRole = "AUTH-00016",
        /// Nobody has given the approver the right itself.
        NoDirectRight = "AUTH-00018",
        /// The service owner must let the organisation in, and has not.
        NotInServiceRights = "AUTH-00019",
        /// The approver's login is of too low a level.
        LevelTooLow = "AUTH-00020",
        /// The approver is no access manager.
        NoAccessManager = "AUTH-00066",
        /// The approver lacks the access package.
        NoPackage = "AUTH-00068",
        /// The party is not on the resource's access list.
        NotListed = "AUTH-00069",
        /// The resource cannot be given away.
        NotDelegable = "AUTH-00070",
        /// The resource is a Maskinporten scheme.
        MaskinportenSchema = "AUTH-00071",
    }
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

    #[must_use]
    pub fn title(self) -> &'static str {
        documented(self.code()).1
    }
}
