### What `explain` adds to the words of findings, causes, checks and fields.

## What stands in place of a value that only a real finding has, where an example would mislead. An attribute is for one finding alone

stands-for-field = an answer
stands-for-party = the organisation
stands-for-until = the time that the answer names
    .client-not-known-yet = ten minutes
    .scopes-missing-yet = ten minutes
    .list-no-access-yet = ten minutes
    .validation-tried = ten minutes after the subscription
    .event-awaited = an hour after the subscription
    .event-needs-transfer = an hour after the subscription

## Labels

label-codes = Codes
label-said-by = Said by
label-who = Who
label-takes = Takes
label-not = Not to be confused with
label-see = See also
label-step = Step
label-flag = Flag
label-variable = Variable
label-example = Example
label-examples = Example values
label-trace = Trace id
label-proves = Proves
label-asks = Asks
label-needs = First
label-roles = For
label-accuses = May find
label-alone = Alone
label-source = From
label-form = Form
label-default = Without it
label-required = Required
label-toml = In a file

kind-cause = Refusals of the services
kind-finding = What a check can find
kind-check = Checks
kind-field = Answers
kind-question = What newcomers ask

family-gateway = Altinn's gateway
family-maskinporten = Maskinporten
family-exchange = Altinn's token exchange
family-systems = Altinn's register of systems and system users
family-resource-registry = Altinn's Resource Registry
family-broker = Altinn Broker
family-events = Altinn Events
family-admin = Digdir's administration of clients
family-other = another service

## What is said of a check

asks-nobody = nobody: it looks at what is on this machine
asks-at-times = { $call } (in some profiles)
asks-own = GET to the address that you gave
needs-nothing = nothing
needs-for = { $checks } ({ $roles })

## What is said of an answer

source-you = You decide.
source-register = Enhetsregisteret, the register of organisations in Brønnøysund, has the number. In test it is that of a synthetic organisation, from Tenor.
source-portal = The page of the client in the self-service portal of the environment shows it.
source-key = Whoever made the key for the client keeps it. Where there is none yet, this program makes one.
source-issuer = Buypass or Commfides delivers it to your organisation.
source-admin = Whoever keeps your organisation's client for Digdir's administration has it. Most have none, and need none.
source-service-desk = Altinn's service desk (servicedesk@altinn.no) gives it.
source-network = Whoever runs your network has it.
source-letter = The program notes the day when you say that the letter is sent.
source-service-owner = The service owner tells the id. The wizard lists the resources of the environment.
source-system = Whoever registered the system has it. The program finds it in a token, or registers one.
source-request = Whoever asked for the system user chose it, if anybody did.
source-proposed = The program proposes it, and you may write another.
source-vendor = Your vendor tells, or Altinn shows it to your own organisation.
source-counterpart = Those who are to receive tell their organisation numbers.
source-broker = Broker gives each transfer its id. The program notes that of each test file it sends, and the sender can tell it.
source-webhook = Whoever runs your web server or tunnel has the address.
source-application = Your own application's log shows it.

form-environment = sandbox, tt02, prod; or addresses of your own, as the table [environment] of a file
form-organisation = an organisation number: nine digits, with or without blanks
form-organisations = organisation numbers, with commas between
form-choice = one of { $choices }
form-line = a line of text
form-secret = where the secret is: a path, file: and a path, env: and a variable, or cmd: and a program
form-day = a day: 2026-11-28, 28.11.2026 or today
form-several = several, with commas between
form-path = the path of a file

required-nobody = nobody
required-usual = { $roles }
required-certificate = { $roles }, where the client signs with a certificate
required-by-vendor = { $roles }, where a vendor runs the system
asked-usual = { $roles }
asked-certificate = { $roles }, where the client signs with a certificate
asked-by-vendor = { $roles }, where a vendor runs the system
asked-admin = { $roles }, where there is an admin client
asked-admin-certificate = { $roles }, where the admin client signs with a certificate

default-none = nothing is assumed

## How long it takes

wait-you = It works as soon as you have done it.
wait-service-desk = Some working days, as others have met it.
wait-digdir = Some working days, as others have met it.
wait-service-owner = As long as the service owner needs. A change of theirs works within ten minutes.
wait-approver = As long as the approver needs. It works as soon as they have approved.
wait-vendor = As long as the vendor needs.
wait-sender = As long as the sender needs.
wait-recipient = As long as the recipient needs.
wait-customer = As long as the customer needs. It works as soon as they have delegated.
wait-altinn-events = Up to an hour after the subscription, and seconds after that.
wait-altinn-broker = Some minutes.
wait-propagation = Up to ten minutes after the change.
wait-network = As long as whoever runs your network needs.
wait-rate-limit = A minute at most: the calls of each minute are counted. The answer says how many seconds in its header Retry-After, and a check names the time.
wait-trouble = Minutes, as a rule. It passes by itself.
wait-issuer = It works at once where you have the certificate. Its issuer needs days or weeks for a new one.
wait-api-key = It works at once where you have the key. The service desk needs some working days for a new one.
wait-validation = Up to ten minutes: Altinn tries the webhook again and again.
wait-event-list = Half a minute after the event.

## What tells look-alikes apart

apart-scopes = MP-200: the scope is not on the client. MP-201: the client is of another kind than Maskinporten. MP-250: it is on the client, and Altinn has not granted it. MP-251: a customer has not delegated it. MP-200 alone does not tell whether it is granted: the portal offers only scopes that are.
apart-client-and-key = MP-100: no client with this id in this environment. An unknown kid: the client is there, the key is not on it. MP-121: the key is on it and its year is over. MP-124: the kid is right and the private key is another's. No kid: the client wants one.
apart-assertion = MP-011 cannot be read at all. MP-110 can be read and names another Maskinporten. MP-012 has been used before, letter for letter.
apart-certificates = MP-120 and MP-123 are about the certificate itself, MP-122 about whose it is.
apart-system-user-grant = MP-301 and MP-302: the request is written wrongly. MP-303: it is written well, and no approved system user fits it.
apart-unauthorised = Four kinds of answer share the status 401. With the words "subscription key" it comes from the gateway. With BRO-00006 the token is valid and a right is missing. From the exchange, it is Maskinporten's token that is not accepted. With an empty body the service does not accept the token: the clock, the environment, or it was not exchanged.
apart-forbidden = An empty 403 is a scope that the token lacks. A 403 with words from Altinn Events is the policy. A 404 with words from the gateway is a wrong address. Where something on the way has changed the request, the status tells what: 406 the header Accept, 415 the content type, 410 a header for enterprise users that was added, and a 400 that names the token provider the address.
apart-system-ids = Refused: the form of the id. Taken: somebody has it, or had it. Deleted: you had it. Unknown: nobody has it, or another vendor does. A refused vendor is about the number in the token, and not about the id.
apart-system-rights = An unknown resource is not in this environment's registry. One that cannot be delegated is there, and its owner has not opened it. A right that is not on the system is missing in your own registration. A list leaves the organisation out.
apart-system-parts = Each names one part of the registration: the client, the page after the approval, rights, packages, the kind of the system, its name. The path beside the code says which.
apart-requests = Pending: nobody has answered. Declined: somebody said no, and the request is in the way of a new one. Answered: it can no longer be changed. Unknown: there is none. There already: it was approved. An approver who may not: the request is sound, the person lacks a right.
apart-set-up = In this order: published as a resource with an owner, the owner registered in Broker, its storage made, the resource set up in Broker. Each code names the first of them that is missing. A policy that is refused is about its rules, not about Broker.
apart-transfer-states = Unknown: not in this environment. No file yet: created only. Started: an upload was begun and cannot be again. Not ready: sent, and not published yet. Not published: past it, or failed. Not downloaded: published, and nobody has fetched it.
apart-files = A checksum that differs: the bytes changed on the way. A failed upload: the bytes did not all arrive. A refused range: the file is sound, and the request asks past its end.
apart-limits = A file that is too large meets the limit of the resource. The others come when the limit itself is set.
apart-recipients = Not on the list: the resource has an access list. Required party and one recipient: the resource wants its owner in each transfer. Not in the register: the number is from another environment, or mistyped.
apart-subscriptions = Altinn looks at the address first, then at the filters (400), then at the policy (403 with words).
apart-access-lists = Too many members, a resource that is not there, a resource of another owner, and an owner named by number each have a code of their own. None of them is about an organisation on the list.
apart-statistics = Asked wrongly (400), nothing to report (404), and failed (500).
apart-administration = A 401 is the token, a 403 its scope, a 404 the client.
apart-failed = A failure of the service (500 and more) passes by itself. Asked too often (429) passes at a time that the answer names.
apart-silence = A name that is not known is refused by the name server, before anything is sent. A refused connection answers at once, a firewall that stops the traffic without answering only after seconds. A connection that breaks off had begun.
apart-tls = An unknown issuer is usually your own network's inspection of traffic, and its name says so. Expired and not yet valid can be this machine's clock. Another name means that the address leads elsewhere. A web page is a proxy that has let the connection through.
apart-proxies = The name of the proxy, its port, its own certificate, its login and its list of what may be reached fail in this order. After a 407 nothing has reached Altinn.
apart-clock = MP-130 and "Issue time" are this machine's clock as Maskinporten sees it. A key's year that is over has a code of its own.
apart-key-files = What is there is told by its content, not by its name: a public half, a certificate, an encrypted key, another format, another algorithm, or a file that was cut off.

## What newcomers ask

question-api-key = Is an API key needed?
    .fix = Not today, in neither test nor production. The check of the gateway asks it without one and tells. The guides of 2024 say otherwise.
question-which-scopes = Which scopes are needed, and who grants them?
    .fix = A sender needs altinn:broker.write, a recipient altinn:broker.read, a service owner altinn:serviceowner, and altinn:resourceregistry/resource.write to publish without Altinn Studio. Whoever registers a system and asks for system users also needs altinn:authentication/systemregister.write and altinn:authentication/systemuser.request.write and .read. Altinn's service desk grants these; then you add them to the client: both are needed. altinn:events.subscribe, for events, needs no grant and is only added.
question-scope-still-refused = The client is there, and the scope is still refused. Why?
    .fix = Read the code: MP-200, MP-201 and MP-250 have three different remedies.
question-kid = What is the kid, and why is it refused?
    .fix = It is the id of the key on the client, as the self-service portal shows it. Every assertion names it in its header, unless a certificate signs. It is refused where the client has no key with that id.
question-wrong-environment = Am I in the right environment?
    .fix = Test and production have separate clients, keys, certificates, addresses and organisations. Take all of them from one.
question-clock-skew = "Issue time is in the future": whose clock is wrong?
    .fix = This machine's. Maskinporten accepts 10 seconds of difference at most. Turn on automatic time.
question-key-year = It worked for a year and stopped overnight. Why?
    .fix = A key lives one year from the day it was added to the client. Make the next one in time: the program does it in one go, and a nightly run of its check of the key warns.
question-system-user-refused = MP-303: why is there no system user?
    .fix = Check four things, in this order: the request is approved; the client id is on the system; the external reference is the one of the request; the organisation number is right.
question-token-exchange = Must the token be exchanged, and when?
    .fix = Yes: Altinn Events accepts exchanged tokens only, and Broker's documentation asks for one too. Send a GET to /authentication/api/v1/exchange/maskinporten on Altinn's platform, with Maskinporten's token as the bearer token. The answer is Altinn's token, which lives 30 minutes.
question-approval = Who approves, and what if they say no or I ask twice?
    .fix = An access manager or the general manager, who must hold each right that is asked for. A request that waits is taken up again; one that was declined is deleted before a new one is made.
question-not-delegable = "The services do not exist or cannot be delegated": which resource is meant?
    .fix = One of those on the system. It is not published in this environment, or its owner has not set it as delegable.
question-system-id-form = What must a system's id look like?
    .fix = The organisation number of the client's owner, an underscore and a name without blanks. Leave it empty, and one that fits is proposed.
question-org-placeholder = Everything is granted, and subscribing fails. Why?
    .fix = Check whether the policy still has the placeholder [org] in it. It must be the service owner's own code. Publish the policy again.
question-subscribe-right = Must the policy name the action subscribe?
    .fix = Yes. Reading and writing do not include it. The service owner adds it to the rules of those who send and receive.
question-broker-refuses = Broker says 401 with a valid token. What is missing?
    .fix = BRO-00006 is about a right, not the token. Check three things: the system user has been given the resource, the organisation is on the access list if there is one, and the resource is set up in Broker.
question-event-filters = Which filters does a subscription need?
    .fix = Two: resourceFilter is urn:altinn:resource: and the resource's id, in lower case; subjectFilter is urn:altinn:organization:identifier-no: and your organisation number. typeFilter is optional: one type, in lower case. sourceFilter is from the old documentation and is refused.
question-empty-filters = The subscription is there, and no event comes. Why?
    .fix = Leave a filter out rather than empty: an empty one matches nothing. Nor may a filter end with a slash.
question-event-delay = How long until the first event, or until the last one after a deletion?
    .fix = Up to an hour: Altinn Events remembers for an hour that nobody subscribes, and that somebody does. Subscribe before the first transfer.
question-webhook-demands = What does Altinn demand of a webhook?
    .fix = A public https address that answers each POST within 45 seconds with a status from 200 to 299, without a redirect: events, and the validation event too. A subscription that has just been made is not validated yet.
question-subscription-refused = A subscription answers 401 or 403. Which is which?
    .fix = A 401 is the token. An empty 403 is the scope altinn:events.subscribe. A 403 with words is the policy.
question-test-organisations = Why is my own organisation unknown in test?
    .fix = Test knows synthetic organisations, and service owners as themselves. Choose a synthetic one in Tenor, and log in to Altinn with TestID as its general manager. What was delegated in production does not count there.
question-terms-of-use = The portal says that terms are not signed. What now?
    .fix = Somebody who may sign for the organisation signs Digdir's terms for Maskinporten once. It takes days: begin with it.
question-portal-menus = Which menu of the self-service portal is mine?
    .fix = «Mine klienter», in the portal's left menu: open your client there, and its scopes. «Scopes» in the same menu is for those who offer an API.
question-owner-order = In which order does a service owner set up Broker?
    .fix = Publish the resource and its policy, register in Broker, wait some minutes for the storage, then set up the resource in Broker.
question-old-documentation = The documentation contradicts itself. Which page counts?
    .fix = The English getting started pages of Broker. The scope altinn:authorization:pdp, source filters, paths with /file and event types with .Published are old.
question-rate-limits = How often may I ask?
    .fix = Broker's search 10 times and its details 15 times a minute, the rest about 120 times. Wait as long as a 429 says, and use events instead of asking.
question-library-upgrade = A library was upgraded, and every call answers 401. Why?
    .fix = Look at the token that is sent now: issuer, consumer, scope and time. Usually it is no longer exchanged, or is from another environment.
question-office-network = It works at home and not at the office. What is in between?
    .fix = A proxy, a firewall that stops the traffic, or an inspection of encrypted traffic. The check of the hosts says which, with its name.
question-samples-differ = The official samples differ in kid, externalRef and prefixes. Which is right?
    .fix = Leave externalRef out unless the request had one, write organisation numbers as 0192:NUMBER in authorization_details, and take the kid from the portal.
question-resource-type = Of which type must the resource be, and who can approve?
    .fix = BrokerService, which Altinn Studio calls «Formidlingstjeneste». The rules of its policy name the roles and access packages whose holders may approve a system user.
question-old-hosts = A sample names ver1.maskinporten.no, ver2.maskinporten.no or api.altinn.no. Are they right?
    .fix = No. Write test.maskinporten.no for the first two, which were for tests until 2024, and platform.altinn.no for the last. The assertion's aud changes with the address.

## What is not known

not-known = { $code } is not in the catalogue of this version.
not-known-answer = This answer is not in the catalogue of this version.
not-known-family = Codes that begin with { $begin } are those of { $service }.
not-known-status = It came with the status { $status }.
not-known-words = The service's own words: { $words }
not-known-do = Do it again. If it keeps happening, send this to servicedesk@altinn.no, with what you were about to do:
letter-subject = Subject: { $code } from { $service }
letter-when = Time: (fill in)
letter-organisation = Organisation number: (fill in)
letter-environment = Environment: (TT02 or production)

nothing-known = Nothing is known of this. Look it up by its code (MP-200), by the whole text of the answer, by a check (client.token) or by an answer (client-id). What there is: { $command }
holds-secret = There is a token or a private key in what you gave. Nothing of it is shown or kept here. Check where else it has been pasted.
too-long = Only the first { $size } of what was given was looked at.
list-hint = One of them: { $command }
