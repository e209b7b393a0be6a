### The whole way before the first step: who does what, and how long it takes.

title-own = What a { $role } needs { $place }
title-by-vendor = What your vendor does for a { $role } { $place }, and what you do
place-sandbox = in the sandbox
place-tt02 = in TT02
place-prod = in production
place-custom = at addresses of your own
total = About { $minutes } minutes of your own, and no waiting for days
total-waiting = About { $minutes } minutes of your own, and { $days } of waiting

turn-first = first
turn-today = today
turn-then = then
turn-last = last

who-you = you
who-service-desk = service desk
who-digdir = Digdir
who-service-owner = service owner
who-approver = approver
who-vendor = vendor
who-sender = sender
who-altinn-events = Altinn Events
who-altinn-broker = Altinn Broker

minutes = { $minutes } min
up-to-minutes = up to { $minutes } min
days = { $from }–{ $to } days
days-at-most =
    { $to ->
        [one] up to { $to } day
       *[other] up to { $to } days
    }

leg-terms-of-use = Has your organisation accept the terms of use for Maskinporten, if it has not yet
leg-portal-right = Have your main administrator give you the right to the self-service portal
leg-synthetic-organisation = Choose a synthetic organisation in Tenor, and note its general manager
leg-sandbox-answers = Let the sandbox fill in the answers
leg-scope-letter = Send the letter about the scopes, before anything else: its answer takes days
leg-scope-grant = Grants your organisation the scopes
leg-access-letter = Ask the service owner for access to the resource
leg-access-grant = Lets your organisation in, where the resource asks for that
leg-key-and-client = Make a key, and the client in the self-service portal
leg-scopes-on-client = Add the granted scopes to the client
leg-publish-resource = Publish the resource and its rules
leg-register-owner = Register your organisation as a service owner in Broker
leg-storage = Makes the storage ready
leg-configure-resource = Set up the resource in Broker
leg-register-system = Register the system, and ask for the system user
leg-approval = Approve the system user in Altinn
leg-customer-approval = At your customer: approves the system user in Altinn
leg-subscription = Subscribe to events, before the first file
leg-send-test = Send a test file
leg-test-from-sender = Sends you a test file
leg-fetch-test = Fetch the test file and confirm it
leg-round-trip = Send a test file all the way round
leg-first-event = Sends the first event to your webhook
leg-name-vendor = Tell your vendor your organisation number and the resource
leg-vendor-access = Has its scopes, its client and its access to the resource
leg-vendor-system = Registers its system, and asks you for a system user
leg-vendor-test = Makes a test transfer for you
leg-see-test = See that the test came through, and say so in step 3

note-side-by-side = What stands under the same word can be done at the same time: none of it waits for the rest.
note-estimates = The times are what others have experienced. Nobody promises them.
