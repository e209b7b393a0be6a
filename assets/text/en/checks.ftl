### What each check asks, as a short title.

key-reach = The services answer from this machine

key-clock = This machine's clock is right

key-gateway = Altinn's gateway lets us through

key-scopes = Altinn has granted the scopes

client-key = The private key can sign

client-token = Maskinporten knows the client and its key

client-scopes = The scopes are on the client

client-exchange = Altinn takes the token

client-identity = The token speaks for the right organisation

access-resource = The resource exists and is for Broker

access-policy = Its rules let the role in

access-system = The system is registered

access-system-user = A system user acts for the organisation

access-system-user-token = Maskinporten gives a token for the system user

access-service-owner = Broker knows the service owner

access-resource-config = The resource is set up in Broker

access-members = Who is on the access list

integrate-list = Broker answers about the resource

integrate-transfer = A test transfer went through

events-endpoint = Altinn takes the webhook's address

events-subscription = A subscription that matches

events-validated = The webhook is validated

events-received = An event has arrived
