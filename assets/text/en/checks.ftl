### What each check asks, as a short title; `.proves` is what is so when it passes.

key-reach = The services answer from this machine
    .proves = Each host of the environment answers this machine: its name is known, its certificate is trusted, and no proxy or login page is in between. A refusal is an answer too.

key-clock = This machine's clock is right
    .proves = This machine's clock agrees with those of the services. Maskinporten refuses whatever is more than 10 seconds off.

key-gateway = Altinn's gateway lets us through
    .proves = Altinn's gateway, which every call goes through, lets a call through to Broker, with an API key where it asks for one.

key-scopes = Altinn has granted the scopes
    .proves = Altinn has granted your organisation each scope that the role needs. An admin client can see it; without one, a token with the scope proves it.

client-key = The private key can sign
    .proves = The private key or the certificate can be read, can sign, and has not expired. It is looked at on this machine alone.

client-token = Maskinporten knows the client and its key
    .proves = Maskinporten knows the client and the key: it gives a token for at least one scope.

client-scopes = The scopes are on the client
    .proves = Maskinporten gives a token with each scope that the role needs, so each of them is on the client.

client-exchange = Altinn accepts the token
    .proves = Altinn accepts Maskinporten's token and gives its own in exchange, which Altinn Events requires and Broker's documentation asks for.

client-identity = The token speaks for the right organisation
    .proves = The token names the organisation that you answered as the owner of the client.

access-resource = The resource exists and is for Broker
    .proves = The resource is published in this environment, is of a kind that Broker accepts, and can be given to a system user.

access-policy = Its rules let the role in
    .proves = The policy, the resource's rules, has a rule for each action that the role needs, and has no placeholder left in it.

access-system = The system is registered
    .proves = The system is registered, and has the resource and your client.

access-system-user = A system user acts for the organisation
    .proves = The request for a system user is approved, and the system user is there.

access-system-user-token = Maskinporten gives a token for the system user
    .proves = Maskinporten gives a token that acts for your organisation through the system user. Where this passes, the system and its user are in order.

access-service-owner = Broker knows the service owner
    .proves = Broker knows your organisation as a service owner, and its storage is ready.

access-resource-config = The resource is set up in Broker
    .proves = The resource is set up in Broker, by the organisation that owns it.

access-members = Who is on the access list
    .proves = Those whom you admit are on the resource's access list, and the list is enforced, where there is one.

integrate-list = Broker answers about the resource
    .proves = Broker accepts the token and lets you in to the resource.

integrate-transfer = A test transfer went through
    .proves = A marked test file went through Broker within the last 30 days.

events-endpoint = Altinn accepts the webhook's address
    .proves = The webhook's address is one that Altinn accepts, as far as this machine can see.

events-subscription = A subscription matches
    .proves = Altinn Events has a subscription for each event type that you want, to your webhook, with filters that match the resource and your organisation.

events-validated = The webhook is validated
    .proves = The webhook has answered Altinn's validation event, so that Altinn sends events to it.

events-received = An event has arrived
    .proves = An event of a transfer has arrived: at this program, at the sandbox, or at your own application, as you say.

## What the check that fails asks itself

question-scope-granted = Altinn has granted the scope

question-token-signer = The right environment signed the token

question-external-reference = The external reference matches

question-resource-configured = The service owner has set the resource up in Broker

question-access-list = The access list lets the organisation in

question-changed-lately = Nothing changed in the last ten minutes

question-subscription-filter = The subscription's filters match the event

question-subscription-identity = The subscription belongs to the right identity

question-event-delivery = Altinn delivers the event
