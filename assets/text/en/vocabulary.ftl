### Words that every front shares, as written in the middle of a sentence. At the beginning of a line the code makes the first
### letter a capital. `.in-full` also explains who it is.

role-sender = sender
role-recipient = recipient
role-service-owner = service owner

environment-sandbox = sandbox
environment-tt02 = TT02
environment-prod = production
environment-custom = own addresses

state-ready = ready
state-needs-you = needs you
state-waiting = waiting
state-failing = failing
state-unknown = could not ask
state-set-aside = set aside
state-with-vendor = with your vendor
state-not-started = not started

verdict-pass = in order
verdict-warn = remark
verdict-needs-you = needs you
verdict-waiting = waiting
verdict-fail = failing
verdict-unknown = could not ask
verdict-skipped = not asked

who-you = you
who-service-desk = Altinn's service desk
    .in-full = Altinn's service desk (servicedesk@altinn.no)
who-digdir = Digdir
    .in-full = Digdir, which runs Maskinporten
who-service-owner = the service owner
    .in-full = the service owner, who owns the resource
who-approver = the approver
    .in-full = the approver: an access manager in your organisation
who-vendor = the vendor
    .in-full = the vendor, who runs the system
who-sender = the sender
who-recipient = the recipient
who-altinn-events = Altinn Events
who-altinn-broker = Altinn Broker
who-propagation = the change to reach every machine
who-network = whoever runs your network

## Lines about findings and deeds.

said-ready = ready { $done } of { $all }
said-ready-of-the-rest = ready { $done } of { $all }, step { $step } set aside
said-ready-without = ready: { $done } proven, step { $step } set aside
said-with-vendor = step { $step } { $state }, { $others } with your vendor
said-ready-with-vendor = ready: step { $step } said by you, { $others } with your vendor
said-by-you = said by you on { $day }
said-took = { $ms } ms
said-moving = { $rate } a second
said-moving-left = { $rate } a second, { $left } left
said-needs = not asked yet; first, in step { $step }: { $check }
said-do = Do:
said-who = Who: { $who }.
said-waiting = Waiting on { $who }.
said-waiting-since = Waiting on { $who } since { $since }.
said-until = Until { $until } at the latest.
said-stored = Found { $at }, and kept since then.
said-found = Found { $at }.
said-chain = What was asked, in order:
said-code = The service's own code: { $code }.

## Deeds: what each does, and its title for each role

deed-make-key = makes a key pair in the profile's own keys folder
    .title = Make a key
deed-post-key = puts the public key on the client: by an admin client, or by hand in the portal
    .title = Add the key to the client
deed-rotate-key = makes a new key beside the old one, and proves it before it is used
    .title = Add a new key beside this one
deed-retire-key = takes an old key off the client
    .title = Take an old key off the client
deed-ask-scopes = writes the letter to the service desk about your scopes
    .title = Write to the service desk about your scopes
deed-ask-access = writes the letter to the service owner about access
    .title = Write to the service owner about access
deed-ask-approver = writes the message to the approver
    .title = Write to the approver
deed-ask-counterpart = writes the message to whoever must send or fetch a test
    .title = Write to your counterpart about a test file
deed-register-system = registers the system in Altinn's system register
    .title = Register the system
deed-update-system = adds rights and clients to a system
    .title = Add what the system lacks
deed-ask-system-user = asks for a system user, which the approver approves
    .title = Ask for the system user
deed-change-system-user = asks for one more right for a system user, which the approver approves
    .title = Ask for the new right
deed-receive-test = fetches a marked test file and confirms it
    .title = Fetch the test file
deed-publish-resource = publishes the resource in the Resource Registry
    .title = Publish the resource
deed-publish-policy = publishes who may approve, and for what
    .title = Publish the policy
deed-register-owner = registers your organisation as a service owner in Broker
    .title = Register as a service owner in Broker
deed-configure-resource = sets the limits of the resource in Broker
    .title = Set the limits in Broker
deed-admit = admits organisations to the resource, and takes them off its list
    .title = Admit organisations
deed-restrict-resource = lets only those on the access list use the resource
    .title = Let only those on the list in
deed-unsubscribe = takes a subscription away
    .title = Take a subscription away
deed-send-test = sends a marked test file; a recipient fetches one and confirms it
deed-subscribe = subscribes your webhook to the events of the resource
deed-send-test-sender = Send the test file
deed-send-test-recipient = Fetch the test file
deed-send-test-service-owner = Send the test file all the way round
deed-subscribe-sender = Subscribe to events
deed-subscribe-recipient = Subscribe to events
deed-subscribe-service-owner = Subscribe to events
deed-unsubscribe-sender = Take a subscription away
deed-unsubscribe-recipient = Take a subscription away
deed-unsubscribe-service-owner = Take a subscription away
deed-ask-scopes-sender = Ask the service desk for the scopes
deed-ask-scopes-recipient = Ask the service desk for the scopes
deed-ask-scopes-service-owner = Ask the service desk for the scopes
deed-ask-access-sender = Ask the service owner for access
deed-ask-access-recipient = Ask the service owner for access
deed-ask-access-service-owner = Ask the service owner for access
deed-ask-approver-sender = Ask the approver to approve the system user
deed-ask-approver-recipient = Ask the approver to approve the system user
deed-ask-approver-service-owner = Ask the approver to approve the system user
deed-ask-counterpart-sender = Ask the recipient to fetch the test file
deed-ask-counterpart-recipient = Ask a sender for a test file
deed-ask-counterpart-service-owner = Ask for a test file

## A policy: its subjects and its actions, with their codes

policy-role-dagl = general manager
policy-role-lede = chair of the board
policy-role-innh = owner
policy-role-hadm = main administrator
policy-role-admai = access manager
policy-role-apiadm = application programming interface
policy-named-role = { $name } ({ $code })
policy-other-role = the role { $code }
policy-package = the access package { $code }
policy-owner = the service owner { $code }
policy-organisation = the organisation { $number }
policy-action-read = receive files (read)
policy-action-write = send files (write)
policy-action-subscribe = subscribe to events (subscribe)
policy-rule = { $subject }: { $action }
