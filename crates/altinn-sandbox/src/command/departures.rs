//! Where the sandbox deliberately differs from the services; `sandbox --help` prints the list.

pub const DEPARTURES: &[&str] = &[
    "The gateway asks for an API key, as the guide of 2024 says; TT02 and production do not today. --gateway open does as they do.",
    "Maskinporten and Altinn are one http address on this machine; the issuer is that address. Through --proxy each has its own name.",
    "Through --proxy the names of access management and of the portal answer /sandbox/sink/NAME too: a webhook with https.",
    "Webhooks may be http on this machine; Altinn takes https only.",
    "Maskinporten takes the token endpoint as the assertion's aud too, because Altinn's own tests send it. --audience issuer refuses it.",
    "People are played: the approver says yes about a minute after a request is made, the counterpart fetches and sends within seconds, unless the sender's vendor acts for the recipient too. /sandbox/ tells them otherwise, or plays them by hand.",
    "A request's confirmUrl leads to /sandbox/approve, where anybody may answer; Altinn's page asks for a person with Tilgangsstyrer.",
    "The pages below /sandbox/ stand for the portal, the service desk, access management, the service owner and the counterpart; anybody may play anybody there.",
    "Changed keys, scopes, rights and subscriptions work at once; Maskinporten takes up to two minutes, Altinn's caches five minutes to an hour. --caches as-altinn does as they do.",
    "No rate limits unless --rate-limits is given, no malware scanner that takes its time; enterprise certificates are this world's own, and who has delegated an API is fixed.",
    "Assertions name an organisation bare or with 0192:; Maskinporten documents the prefix for systemuser_org and bare digits for consumer_org.",
    "Bodies over 10 MiB, and resumable uploads that are under way, end with the sandbox; the scanner looks at the first MiB for the EICAR test file.",
    "Monthly statistics are counted when they are asked for; Broker counts once a week. Daily summaries ask for the world's API key, and there is no storage for reports: they end with BRO-06002.",
    "POST /sandbox/time {\"pass\":\"PT25H\"} lets time pass at once for what Broker does after hours and days, for the tries at a webhook, and for the caches; tokens know nothing of it.",
    "sandbox trigger EVENT, and POST /sandbox/trigger {\"event\":\"published\"}, let a file of the sandbox's own go so far that Broker publishes that event.",
    "Bodies other than files are 413 above 1 MiB, policies above 2 MiB or 20,000 rows; Broker sets no limit, the others' is not known. Of 512 connections at once the next one waits.",
    "Signing keys change when POST /sandbox/signing-keys says so, and not by themselves; a changed key signs at once.",
    "altinn-orgs.json lists this world's service owners and TTD; Altinn's lists about a hundred.",
    "A policy file that cannot be read is refused with 400; Altinn breaks over it with 500.",
    "/sandbox/sink/NAME is a webhook that keeps what it receives, /sandbox/world tells what is here; no Altinn service has them.",
];
