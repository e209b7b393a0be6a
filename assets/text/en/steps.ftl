### The names of the five steps. `.short` is for lists, `.about-…` describes the step to each role.

key = API key and scope access
    .short = Key and scope access
    .about-sender = Altinn answers this machine, and its service desk has granted your organisation the scopes that a sender needs. A scope is a permission with a name, such as altinn:broker.write.
    .about-recipient = Altinn answers this machine, and its service desk has granted your organisation the scopes that a recipient needs. A scope is a permission with a name, such as altinn:broker.read.
    .about-service-owner = Altinn answers this machine, and its service desk has granted your organisation the scopes that a service owner needs. A scope is a permission with a name, such as altinn:serviceowner.
    .about-by-vendor = Your vendor has the scopes that are needed, and an API key where one is asked for. You have nothing to do here.

client = Maskinporten client
    .short = Maskinporten client
    .about-sender = Maskinporten is Norway's login for machines. Your organisation has its own client there, with a key and the scopes a sender needs. It proves to Altinn who is calling.
    .about-recipient = Maskinporten is Norway's login for machines. Your organisation has its own client there, with a key and the scopes a recipient needs. It proves to Altinn who is calling.
    .about-service-owner = Maskinporten is Norway's login for machines. Your organisation has its own client there, with a key and the scopes a service owner needs. It proves to Altinn who is calling.
    .about-by-vendor = Maskinporten is Norway's login for machines. Your vendor has a client of its own there, and calls Altinn for you. You have nothing to do here.

access = The resource
    .short = The resource
    .about-sender = A resource is the service that files belong to. Its owner decides who may send. A system user, approved by your organisation, lets your system send in its name.
    .about-recipient = A resource is the service that files belong to. Its owner decides who may receive. A system user, approved by your organisation, lets your system receive in its name.
    .about-service-owner = The resource is the service that files belong to. It is published with rules for who may send and receive, and set up in Altinn Broker with your organisation as its owner.
    .about-by-vendor = Your vendor registers its system and asks for a system access: the right to act for your organisation. Your organisation approves that in Altinn. Only you can see whether it was approved, and whether it works. Say here when you have seen it.

integrate = The Broker API
    .short = The Broker API
    .about-sender = A small test file, marked as a test, is sent through Altinn Broker. Once it is published, sending works.
    .about-recipient = A small test file, marked as a test, is fetched from Altinn Broker and confirmed. Once that is done, receiving works.
    .about-service-owner = Altinn Broker answers your organisation as the owner, and a small test file, marked as a test, goes the whole way through the resource.
    .about-by-vendor = Your vendor sends and receives the files. Agree with them on a small test transfer, and say in step 3 when you have seen it arrive.

events = Event subscription
    .short = Event subscription
    .about-sender = Altinn calls a web address of yours, a webhook, when something happens to a file: it was published, downloaded, confirmed. Without it your system has to ask again and again. This step may be set aside.
    .about-recipient = Altinn calls a web address of yours, a webhook, when a file is ready for you. Without it your system has to ask again and again. This step may be set aside.
    .about-service-owner = Altinn calls a web address of yours, a webhook, when something happens to a file in your resource. Without it your system has to ask again and again. This step may be set aside.
    .about-by-vendor = Your vendor's system hears from Altinn when something happens to a file, or asks by itself. You have nothing to do here.
