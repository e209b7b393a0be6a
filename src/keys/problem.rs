//! Why a key cannot be used, and the command that makes one of it that can.

/// Why what was given cannot sign. Names the form that was found, never a part of its content.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// It holds nothing that is known here.
    #[error("not a private key in a known format")]
    UnknownFormat,
    /// A JSON file without a key under any of the known names.
    #[error("a JSON file without a key")]
    NoKeyInJson,
    /// It breaks off: a PEM without its end, DER or JSON that is shorter than it says.
    #[error("a key that breaks off")]
    Truncated,
    /// Its numbers do not belong together, or it does not sign.
    #[error("a damaged key")]
    Damaged,
    /// A public key, or a JWK without its private members.
    #[error("a public key")]
    PublicOnly,
    /// Certificates, and no key.
    #[error("a certificate")]
    Certificate,
    /// A key, and no certificate beside it, where one is wanted.
    #[error("a key without a certificate")]
    NoCertificate,
    /// Certificates, and none of them is the key's own.
    #[error("a certificate of another key")]
    OtherCertificate,
    /// A key of another algorithm: `EC`, `Ed25519`, `DSA`, or an object identifier.
    #[error("a key for {0}")]
    NotRsa(String),
    /// An RSA key that may only sign RSA-PSS, which is not RS256.
    #[error("an RSA-PSS key")]
    RsaPss,
    /// Under 2048 bits.
    #[error("an RSA key of {0} bits")]
    TooShort(usize),
    /// Encrypted, and no password was given.
    #[error("an encrypted key")]
    PasswordMissing,
    /// Encrypted, and not with this password.
    #[error("an encrypted key, and another password")]
    PasswordWrong,
    /// PKCS#8 encrypted in a way of before 2000 (PBES1).
    #[error("a key encrypted with PBES1")]
    Pbes1,
    /// PKCS#8 encrypted with a cipher that is not read, or with more than a second's work.
    #[error("a key encrypted with an unknown cipher")]
    UnknownEncryption,
    /// PEM that OpenSSL encrypted by itself (`DEK-Info`).
    #[error("a key encrypted by PEM")]
    DekInfo,
    /// PKCS#12 of a kind that is not read.
    #[error("a PKCS#12 file that is not read")]
    Pkcs12Unread,
    #[error("a Java key store")]
    Jks,
    #[error("an OpenSSH key")]
    OpenSsh,
    #[error("a PuTTY key")]
    Putty,
    /// `<RSAKeyValue>`, as .NET writes it.
    #[error("an XML key")]
    Xml,
    /// Several keys fit, and no kid says which one.
    #[error("several keys")]
    SeveralKeys {
        /// The kids to choose from, in the file's order, at most 20.
        kids: Vec<String>,
    },
}

impl KeyProblem {
    /// The one command that makes a file of it that is read. `OLD` is the file at hand, `NEW` the one to point to.
    #[must_use]
    pub fn conversion(&self) -> Option<&'static str> {
        Some(match self {
            Self::Pbes1 | Self::UnknownEncryption => "openssl pkcs8 -topk8 -provider default -provider legacy -in OLD -out NEW",
            Self::DekInfo => "openssl pkcs8 -topk8 -in OLD -out NEW",
            Self::Pkcs12Unread => "openssl pkcs12 -legacy -in OLD -out NEW",
            Self::Jks => "keytool -importkeystore -srckeystore OLD -destkeystore NEW -deststoretype PKCS12",
            // It rewrites the file that it reads.
            Self::OpenSsh => "cp OLD NEW && ssh-keygen -p -m PKCS8 -f NEW",
            Self::Putty => "puttygen OLD -O private-openssh -o NEW",
            Self::Xml => {
                "pwsh -c '$r = [Security.Cryptography.RSA]::Create(); $r.FromXmlString((Get-Content -Raw OLD)); \
                 $r.ExportPkcs8PrivateKeyPem() > NEW'"
            }
            // Nothing makes an RSA key of these: a new one, with its public half added to the client.
            Self::NotRsa(_) | Self::RsaPss | Self::TooShort(_) => "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out NEW",
            Self::UnknownFormat
            | Self::NoKeyInJson
            | Self::Truncated
            | Self::Damaged
            | Self::PublicOnly
            | Self::Certificate
            | Self::NoCertificate
            | Self::OtherCertificate
            | Self::PasswordMissing
            | Self::PasswordWrong
            | Self::SeveralKeys { .. } => return None,
        })
    }

    /// Whether there is something behind a password that could not be opened.
    pub(super) const fn is_about_a_lock(&self) -> bool {
        matches!(
            self,
            Self::PasswordMissing | Self::PasswordWrong | Self::Pbes1 | Self::UnknownEncryption | Self::DekInfo | Self::Pkcs12Unread
        )
    }

    /// How much it tells of the file: where nothing can be used, the most telling problem is the answer.
    pub(super) fn weight(&self) -> u8 {
        match self {
            Self::UnknownFormat => 0,
            Self::NoKeyInJson => 1,
            // Beside a private key these are company, not the cause.
            Self::PublicOnly => 2,
            Self::Certificate => 3,
            Self::NotRsa(_) | Self::RsaPss => 4,
            Self::Truncated => 5,
            Self::Damaged
            | Self::NoCertificate
            | Self::OtherCertificate
            | Self::TooShort(_)
            | Self::PasswordMissing
            | Self::PasswordWrong
            | Self::Pbes1
            | Self::UnknownEncryption
            | Self::DekInfo
            | Self::Pkcs12Unread
            | Self::Jks
            | Self::OpenSsh
            | Self::Putty
            | Self::Xml
            | Self::SeveralKeys { .. } => 6,
        }
    }
}
