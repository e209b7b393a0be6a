### What deeds say: a result, or what is being done. `.fix` is what to do, with the first action first. Who must act, and the values
### that a line may use, are in `src/journey/deed_message.rs`.

not-known = A newer version of broker-setup wrote this.
    .fix = Use the newer version to read it.

nothing-to-do = There is nothing to do here.

## Keys

would-make-test-key = A new key (RSA, 2048 bits) is made on this machine, for test. You can stop using it afterwards.
would-make-production-key = A new key (RSA, 2048 bits) is made on this machine, for production. You can stop using it afterwards.
would-take-up-key = The key { $kid } was made before, and nothing signs with it yet. It is taken up; no other one is made.
key-stays-here = The private key lies in { $folder } and nowhere else. Only your user can read it, and nobody can restore it.
key-is-not-the-programs = It is for this program. The program that will send or receive for you gets a key of its own later, beside this one.
making-key = Making the key
made-key = The key { $kid } is made
key-lies = The key { $kid } lies in { $path }. There is no other copy of it.
public-key-is-saved = That is its public half, in the form that the self-service portal accepts. It is saved beside the private key as JWK, JWKS and PEM.
    .fix = Make the client in the self-service portal, or open the one you have. Add the key there, in the key section of the client's page.
public-key-is = { $jwks }
would-let-go-of-key = This connection no longer signs with { $kid }. The key's files stay where they are: { $path }
let-go-of-key = This connection no longer signs with { $kid }. The key's files stay where they were.
post-by-hand = Add this key to the client in the self-service portal: open the client, and go to the key section of its page.
post-by-hand-then = Go on when it is there. Today is then kept as the day from which the key lives a year. Nothing leaves this machine.
posted-by-hand = The key { $kid } was added on { $day }: Maskinporten accepts it for one year from then.
would-post-key = The public key { $kid } is put on client { $client }, beside those that are there. It can be taken back.
key-would-go = The key { $kid } is removed, since a client holds five keys at most. Whoever signs with it can no longer get a token.
list-is-kept = The list of keys as it is now is kept in the keys folder, and the journal says how to put it back.
key-is-on-client = The key { $kid } is on client { $client } already.
reading-keys = Reading the client's keys
read-keys =
    { $count ->
        [one] The client has { $count } key
       *[other] The client has { $count } keys
    }
replacing-keys = Replacing the list of keys, and reading it again
keys-replaced = Client { $client } has the new list of keys
key-posted = The key { $kid } is on client { $client }. It takes effect within ten minutes.
key-ends = The key { $kid } expires on { $after }.
key-end-moved = The key { $kid } was to expire on { $before }, and expires on { $after } now.
keys-kept = The list of keys that was there before lies in { $path }. This puts it back: broker-setup undo { $entry }
would-put-keys-back = The change on client { $client } is taken back. The key that was added is removed, and a key that made room for it comes back. Whoever signs with the removed key can no longer get a token.
keys-put-back = The keys of client { $client } are as they were before.
would-rotate-key = A new key is made and put beside { $kid }. It is used once Maskinporten accepts it. The old one stays valid: to go back to it, fill in its path and kid again.
would-go-on-with-key = The new key { $kid } was made before, and is not in use yet. This goes on with that one.
rotate-by-hand = You add the public half in the self-service portal yourself. The first time, the program stops there and says where the file is.
proving-key = Asking Maskinporten for a token with { $kid }
key-proven = Maskinporten accepts { $kid }
key-rotated = From now on { $kid } signs here. The old key { $old } stays valid.
    .fix = When nothing signs with { $old } any more, take it off the client.
would-retire-key = The key { $kid } is taken off client { $client }: whoever signs with it can no longer get a token. It can be put back.
key-retired = The key { $kid } is off client { $client }.
kid-taken = Another key on the client has the key id { $kid }.
    .fix = Make a new key: its key id is one of its own.
kid-not-on-client = The client has no key { $kid }. It has: { $kids }
    .fix = Name one of these with `--kid`.
key-signs-here = The key { $kid } signs here, so it stays.
    .fix = Name another one with `--kid`.
no-key-to-retire = The client has no other key than { $kid }, which signs here.
    .fix = Add a new key first.
last-key-that-works = After { $kid } no key would be left that works, so it stays.
    .fix = Add a new key first.
retire-by-hand = Without an admin client this program cannot see the client's keys.
    .fix = Remove the key in the self-service portal, in the key section of the client's page. Or fill in { $field }.
new-key-not-on-client = Maskinporten does not accept the new key { $kid } yet. The old one is used as before.
    .fix = Add the public key to the client in the self-service portal: it lies in { $path }. Then do this again: it goes on with the same key. It takes up to ten minutes.
new-key-not-taken-yet = The new key { $kid } is on the client, but Maskinporten does not accept it yet: { $text }
    .fix = Do this again in ten minutes: it goes on with the same key. Until then the old one is used.
keys-changed = The keys of client { $client } have changed since they were shown. Nothing was done.
    .fix = Do this again, and look at what is shown.
keys-not-as-posted = The keys of client { $client } are not those that were sent. Somebody else may have changed them at the same time. What was there before lies in { $path }
    .fix = Compare the keys in the self-service portal with that file, and add what is missing.
kept-keys-unreadable = The list of keys that was there before cannot be read from { $path }. Nothing was done.
    .fix = Change the keys in the self-service portal.
too-many-keys = A client holds five keys at most, and these would be more: { $kids }
    .fix = Take one off the client first.
admin-address-missing = This environment names no address for Digdir's administration, so nothing was asked.
    .fix = Write the address beside the others of this environment, or change the keys in the self-service portal.
admin-key-unusable = The admin client's private key cannot be read, so nothing was asked.
    .fix = Point to the admin client's private key, and fill in its key id.
admin-grant-refused = Maskinporten gives the admin client no token: { $text }
    .fix = Compare the admin client's id, key and key id with the self-service portal. It needs idporten:dcr.read to look, and idporten:dcr.modify or idporten:dcr.write to change.
key-is-there = There is a private key already: { $key }
    .fix = To change it, add a new key beside it.
certificate-signs = The client signs with a certificate, so it has no key to make.
    .fix = If the client is to sign with a key, say so where it is asked how the client signs.
key-not-written = The key could not be written to { $path }: { $reason }
    .fix = Make room on the disk, or let your user write in that folder. Then do this again.

## Preview

would-send = A file marked as a test is sent to { $recipients }. What is sent cannot be taken back.

would-go-on = The upload of { $name } that began on { $since } goes on where it was, in transfer { $transfer }: nothing is sent twice.

would-send-anew = A new transfer begins. The upload of { $name }, transfer { $transfer }, stays unfinished, and Altinn clears it away by itself.

file-changed-since = { $name } has changed since its upload began, so a new transfer begins. The earlier one, transfer { $transfer }, stays unfinished, and Altinn clears it away by itself.

would-prove-refusal = Then the file is fetched with the right to send only, which must be refused.

would-await-file = No file for { $organisation } is ready on { $resource } yet. The program waits for it, up to { $minutes } minutes, and then fetches and compares it.

ask-sender-meanwhile = Meanwhile, ask the sender to run `{ $command }` with { $organisation } as the recipient.

lands-for-real = It lands in the recipient's real system, and nothing can delete it. It stays until the recipient confirms it or it expires.

nothing-leaves = The sandbox plays the recipient. Nothing leaves this machine.

subscribe-first = Subscribe first if you want to see the events of this test: once a file has gone, Altinn Events may remember for up to an hour that nobody subscribed.

would-fetch-test = A file that { $sender } marked as a test is fetched and compared with what was sent.

would-fetch-chosen = The file from { $sender } that you chose is fetched. It need not be a test: look at its name, size and age.

would-fetch-and-confirm-test = A file that { $sender } marked as a test is fetched, compared with what was sent, and confirmed. A confirmation cannot be undone.

would-fetch-and-confirm-chosen = The file from { $sender } that you chose is fetched and confirmed, and a confirmation cannot be undone. It need not be a test: look at its name, size and age.

would-go-on-fetching = Fetching the file from { $sender } began on { $since }, and is finished now: the program was stopped before it had the file.

would-confirm-fetched = The file from { $sender } was fetched and compared on { $since }. What is left is to confirm it, and a confirmation cannot be undone.

would-note-fetched = The file from { $sender } was fetched and compared on { $since }. What is left is to note that: it is not fetched again.

confirm-tells = Confirming tells the sender that you have it and lets Altinn delete it, by default after 2 hours.

already-confirmed = You have confirmed it before, so there is nothing left to confirm.

would-not-confirm = It is not confirmed: Altinn keeps it until it expires. The sender sees that a download has begun.

now-called-receive-test = On a recipient's profile this is now `{ $command }`. It does the same.

copy-removed = The copy on this machine is removed as soon as it has been compared.

would-go-round = A file marked as a test goes from { $organisation } to itself: sent, fetched and compared. Nobody else receives it, and what is sent cannot be taken back.

would-subscribe-all = Altinn will send every event about your files on { $resource } to your webhook, with one subscription.

would-subscribe-types = Altinn will send these events about your files on { $resource } to your webhook, with one subscription for each: { $types }.

webhook-must-answer = Altinn first sends a validation event. The webhook must answer it within 45 seconds with a status from 200 to 299, without a redirect.

repeat-is-safe = Doing it again is safe: a subscription that exists is kept, and one that is not validated is tried again.

would-register = { $system } becomes your system, and this cannot be undone. The system can be deleted later, but its id can never be used again.

register-gives-nothing = It gives nobody access yet. A person at { $organisation } must approve a system user for it, which you ask for next.

would-keep-system = { $system } is registered with your client and this resource already. It is kept, and nothing is made.

would-take-system = Your client { $client } is on { $system } already, and a client can be on one system only. So { $system } becomes your system here. It does not have { $resource } yet: you add that next.

or-new-client = If { $system } belongs to something else, go back, and make a new client in the self-service portal for this.

would-ask-user = A person at { $organisation } is asked to let { $system } act for { $organisation }.

only-with-answer = Nothing changes until that person says yes. Until then you can withdraw the request.

would-take-up-request = The request to { $organisation } is made already and waits for its answer. It is taken up, and nothing is made.

would-ask-after-no = The earlier request to { $organisation } was rejected. It is deleted, and a new one is made. First talk to the person who answered.

would-ask-after-timeout = The earlier request to { $organisation } has expired. It is deleted, and a new one is made.

would-ask-after-gone = The earlier request to { $organisation } was approved, but the system user is gone. It is deleted, and a new one is made.

would-add-to-system = { $system } gets what it lacks, and keeps everything it has. What is there now is kept in a file first.

users-need-asking = A system user that is there already does not get a new right by itself: the approver is asked for it.

system-made-elsewhere = The journal of this machine does not know { $system }: it was registered elsewhere.

would-ask-for-right = A person at { $organisation } is asked to give the system user { $resource } too.

request-made-elsewhere = The journal of this machine does not know the request { $request }: it was made elsewhere.

would-register-owner = { $organisation } becomes a service owner in Broker. This cannot be undone.

storage-is-made = Altinn then makes your storage, which takes some minutes. You may leave while it waits, and come back: nothing is done twice.

would-keep-owner = Broker knows you as { $name } already, and your storage is ready. Nothing needs doing.

would-await-storage = Broker knows you as { $name } already. What is left is to wait for your storage.

would-configure = After this Broker accepts files for { $resource }. It cannot be undone: Broker cannot forget a resource.

would-set-limits = Broker's settings for { $resource } are changed. They apply to transfers made after this.

settings-stay = A limit, once given, can be changed but never removed: Broker's standard limit does not come back.

limit-needs-approval = In production Broker accepts { $size } only from a resource that Altinn has approved for it.

would-keep-config = { $resource } is set up in Broker as your answers say. Nothing needs doing.

config-made-elsewhere = The journal of this machine does not know who set up { $resource } in Broker: it was done elsewhere.

would-admit = These are put on the access list of { $resource }: { $organisations }.

would-take-off = These are taken off the access list of { $resource }, and lose access where it is enforced: { $organisations }.

would-make-list = The list { $list } is made first.

would-connect-list = The list { $list } is connected to { $resource }, for every action: a filter on actions would keep events from the members.

would-widen-connection = Today the list { $list } lets its members { $actions } only, which keeps events from them. After this it applies to every action.

also-on-list = Whoever is on { $list } may use these resources too, where the list is enforced: { $resources }.

list-takes-minutes = It takes effect within ten minutes.

list-not-enforced = The list is not enforced yet: any organisation whose approver agrees may use { $resource }.

list-made-elsewhere = The journal of this machine does not know the list { $list }: it was made elsewhere.

would-keep-list =
    { $count ->
        [one] Nothing needs doing: { $count } organisation is on the list { $list }. To change that, say whom to add or to remove.
       *[other] Nothing needs doing: { $count } organisations are on the list { $list }. To change that, say whom to add or to remove.
    }

would-restrict =
    { $count ->
        [one] All but the { $count } organisation on its list lose access to { $resource }, within ten minutes.
       *[other] All but the { $count } organisations on its lists lose access to { $resource }, within ten minutes.
    }

would-keep-restricted = Only those on its access lists may use { $resource } already. Nothing needs doing.

resource-made-elsewhere = The journal of this machine does not know { $resource }: it was published elsewhere, perhaps in Altinn Studio. The next publication from there may overwrite this.

would-publish = The Resource Registry gets { $resource }. Its id can never be used for another one, even when it is deleted.

would-publish-for-good = The Resource Registry gets { $resource } for good: in production a resource cannot be deleted, only changed.

would-change-resource = { $resource } is changed in the Resource Registry, as shown here. All else stays as it is there.

would-keep-resource = { $resource } is published as your answers say. Nothing needs doing.

change-in-studio = Is it made in Altinn Studio? Then make the same change there, and publish it. Written from here, it lasts until Studio publishes the next time.

proposed-may-be-changed = What is marked as proposed is made from the names of your organisation and the resource. To have another text, fill it in yourself.

nobody-before-policy = Nobody can use it before its policy is published, which comes next.

any-may-use = Any organisation whose approver agrees may use { $resource }.

only-listed-may-use = Only organisations on your access list may use { $resource }.

policy-stays-for-good = { $resource } gets its policy. It can be replaced later, but not taken away.

would-replace-policy = The policy of { $resource } is replaced as a whole, as shown here. What is there is kept first.

would-keep-policy = The policy of { $resource } is as your answers say. Nothing needs doing.

may-approve = Whoever holds one of these in an organisation may approve that it sends, receives and subscribes: { $approvers }.

owner-may-act-for-any = { $organisation } itself may send, receive and subscribe. An organisation with such a rule may act for any party.

owner-may-not-act = { $organisation } itself gets no rule: it can neither send, receive nor subscribe.

restrict-afterwards = Some may use { $resource } already, so this does not enforce the list. Enforcing it comes next, and takes access from all others.

rules-in-studio = Is it made in Altinn Studio? Then write these rules there, under «Tilgangsregler», and publish it. Written from here, they last until Studio publishes the next time.

policy-made-elsewhere = The journal of this machine does not know the policy of { $resource }: it was written elsewhere.

## Phases: when one begins, when it ends

looking-at-systems = Looking at the systems you have.

system-found = Your client is on { $system }.

system-id-free = { $system } is free.

registering = Registering { $system }.

registered = { $system } is registered.

system-read = { $system } is read.

adding-to-system = Adding to { $system }.

added-to-system = { $system } has what it lacked.

looking-for-user = Looking for a system user for { $organisation }.

user-found = System user { $user } is there.

request-found = Request { $request } is there.

no-request-found = Nobody has asked yet.

deleting-request = Deleting the request { $request }.

request-deleted = The request { $request } is deleted.

asking-user = Asking { $organisation }.

user-asked = Request { $request } is made.

getting-token = Asking for a token with { $scope }.

got-token = A token with { $scope }.

reading-policy = Reading who the policy of { $resource } lets in.

speaks-for-itself = The policy lets the organisation in itself.

speaks-through-system-user = The system user acts for the organisation.

preparing-file = Preparing the file.

file-ready = { $name } is ready, { $size }.

initializing = Creating the transfer.

initialized = Altinn expects transfer { $transfer }.

uploading = Sending { $size }.

uploaded = Altinn has all { $size }.

uploaded-after-breaks =
    { $breaks ->
        [one] Altinn has all { $size }. The connection broke once on the way, and nothing was lost.
       *[other] Altinn has all { $size }. The connection broke { $breaks } times on the way, and nothing was lost.
    }

looking-for-upload = Asking Altinn about the upload that was begun.

taken-up = Transfer { $transfer } is there and goes on.

upload-unknown = Altinn does not know it: it is created again.

upload-lost = Transfer { $transfer } has failed, and nobody can see it: the file goes in a new one.

fetched-before = The file of transfer { $transfer } was fetched and compared before.

confirmed-before = The file of transfer { $transfer } was fetched and confirmed before.

awaiting-published = Altinn checks the file for malware.

published = Published: the recipient can fetch it.

looking = Looking for a marked test on { $resource }.

looking-at = Looking at transfer { $transfer }.

found = Found transfer { $transfer } from { $sender }.

not-there-yet = It is not there yet.

awaiting-file = Waiting until it is there, but no longer than { $until }.

proving-refusal = Trying to fetch it with the right to send only.

refusal-proven = Refused, as it must be (HTTP { $status }): whoever may only send cannot fetch.

downloading = Fetching { $size }.

downloaded = All { $size } are here.

comparing = Comparing with what was sent.

same-sha256 = Exactly what was sent (SHA-256).

same-md5 = Exactly what was sent (MD5).

not-compared = Not compared: the sender gave no SHA-256 and Altinn no MD5. The size agrees.

confirming = Confirming.

confirmed = Confirmed: the sender can see that you have it.

listing = Looking at the subscriptions you have.

listed =
    { $count ->
        [one] { $count } subscription seen.
       *[other] { $count } subscriptions seen.
    }

subscribing = Subscribing to all types.

subscribing-type = Subscribing to { $event_type }.

subscribed = Subscription { $subscription } is made.

subscription-kept = Subscription { $subscription } exists already and is kept.

subscription-found = Subscription { $subscription } exists already and is used. This program did not make it.

kept-by-other = Subscription { $subscription } of { $identity } does the same and is kept: a second one would deliver every event twice.

awaiting-validation = Altinn asks { $endpoint } for an answer.

validated = Subscription { $subscription } is validated.

looking-at-owner = Asking Broker whether it knows you.

owner-found = Broker knows you as { $name }.

owner-unknown = Broker does not know you yet.

registering-owner = Registering { $name }.

owner-registered = { $name } is registered.

awaiting-storage = Waiting for your storage, which takes some minutes.

storage-ready = Your storage is ready.

reading-config = Asking Broker what it knows of { $resource }.

config-read = Broker's settings of { $resource } are read.

configuring-resource = Setting up { $resource } in Broker.

resource-configured = { $resource } is set up in Broker.

reading-list = Reading the access list.

list-read =
    { $count ->
        [one] { $count } organisation is on { $list }.
       *[other] { $count } organisations are on { $list }.
    }

making-list = Making the list { $list }.

list-made = The list { $list } is made.

connecting-list = Connecting the list { $list } to the resource.

list-connected = The list { $list } is connected to the resource.

adding-members =
    { $count ->
        [one] Adding { $count } organisation.
       *[other] Adding { $count } organisations.
    }

members-added =
    { $count ->
        [one] { $count } organisation is added.
       *[other] { $count } organisations are added.
    }

removing-members =
    { $count ->
        [one] Taking { $count } organisation off.
       *[other] Taking { $count } organisations off.
    }

members-removed =
    { $count ->
        [one] { $count } organisation is taken off.
       *[other] { $count } organisations are taken off.
    }

reading-resource = Reading { $resource }.

resource-read = { $resource } is read.

restricting-resource = Telling the Resource Registry to enforce the list.

resource-restricted = The list is enforced for { $resource }.

publishing-resource = Publishing { $resource }.

resource-published = { $resource } is published.

policy-read = The policy of { $resource } is read.

publishing-policy = Publishing the policy of { $resource }.

policy-published = The policy of { $resource } is published.

## Outcomes

sent = Transfer { $transfer } is published for { $recipients }.

recipient-next = Next the recipient fetches and confirms it, on its own profile with `{ $command }`. Your own step is proven without that.

stays-until = It stays with Altinn until the recipient has confirmed it, and by default two hours after that, but no longer than until { $until }. Nobody can take it back.

fetched = Transfer { $transfer } from { $sender } has been fetched, compared and confirmed.

fetched-unconfirmed = Transfer { $transfer } from { $sender } has been fetched and compared. It is not confirmed, and Altinn keeps it until it expires.
    .fix = Do this again without `--no-confirm` to confirm it.

went-round = Transfer { $transfer } went all the way round: sent, published, fetched, compared and confirmed.

went-round-unconfirmed = Transfer { $transfer } was sent, published, fetched and compared. It is not confirmed.
    .fix = Do this again without `--no-confirm` for the whole round.

subscriptions-stand = Validated: events go to { $endpoint }. Subscription: { $subscriptions }.

test-to-hear-of =
    { $role ->
        [recipient] Ask a sender for a test file next: its first event proves that events reach you.
       *[other] Send a test file next: its first event proves that events reach you.
    }

test-once-more = Files were sent before this subscription was made. Altinn Events may remember for up to an hour that nobody subscribed, and send nothing in that time.
    .fix =
        { $role ->
            [recipient] Ask the sender for one more test now. If no event arrives, ask for another one in an hour.
           *[other] Send one more test now. If no event arrives, send another one in an hour.
        }

system-stands = { $system } is your system, with your client and this resource.

ask-user-next = The system user comes next: a person must approve it once.
    .fix = Ask for the system user.

system-taken = { $system } is your system.

add-resource-next = It does not have { $resource } yet.
    .fix = Add the resource to the system.

kept-in-file = What was there before is kept in { $path }. `broker-setup undo { $entry }` puts it back.

users-need-asking-next = A system user that is there already does not get a new right by itself.
    .fix = If there is one, ask for the new right. If there is none, ask for the system user.

user-has-right = The system user of { $organisation } was given { $resource } already. There is nothing to ask for.

user-there = A system user acts for { $organisation } already. There is nothing to ask for.

request-stands = The request to { $organisation } waits for its answer.

approve-it-next = In a test environment you usually approve it yourself.
    .fix = Open the link, log in with TestID as the general manager of { $organisation }, and approve. It takes effect at once.

approver-opens-next = A person with the role Access manager at { $organisation } must open the link and approve.
    .fix = Send the link to that person. Altinn's documentation gives a request ten days. Your step is done when it is approved.

owner-stands = Broker knows you as the service owner { $name }.

configure-next = Your storage is ready.
    .fix = Set up the resource in Broker next.

storage-still-made = Altinn is still making your storage.
    .fix = Do this again in some minutes, or go on with the resource: it shows when the storage is ready.

config-stands = { $resource } is set up in Broker as your answers say.

list-stands =
    { $count ->
        [one] { $count } organisation is on the list { $list }. A change takes effect within ten minutes.
       *[other] { $count } organisations are on the list { $list }. A change takes effect within ten minutes.
    }

restrict-next = The list is not enforced yet: any organisation whose approver agrees may use { $resource }.
    .fix = Let only those on the list in, once all whom you want are on it.

restriction-stands = Only those on its access lists may use { $resource }. It takes effect within ten minutes.

resource-stands = { $resource } is in the Resource Registry as your answers say.

policy-next = Nobody can use the resource yet: it has no policy.
    .fix = Publish the policy next.

policy-stands = { $resource } has the policy that your answers ask for.

policy-takes-minutes = It takes effect within ten minutes.

## What stops any deed: answers

field-missing = The answer to { $field } is missing.
    .fix = Fill in { $field }, then do this again.

not-for-role =
    { $role ->
        [sender] A sender does not do this.
        [recipient] A recipient does not do this.
       *[other] A service owner does not do this.
    }
    .fix = Run `broker-setup status`: it says what comes next for you.

run-by-vendor = Your vendor runs the system, so your vendor does this.
    .fix = Ask the vendor to send the test and to set up the events.

key-unusable = The private key cannot be read, so nothing was asked.
    .fix = Check the key once more, in step 2: the check says what is wrong with the key.

## What stops any deed: tokens

scope-not-on-client = The client does not have { $scope }.
    .fix = Add { $scope } to the client in the self-service portal, under Scopes. It takes effect within minutes. If it is not offered there, Altinn has not granted it yet.

scope-not-for-maskinporten = The client is of a kind that cannot have { $scope }.
    .fix = Make a client of the integration type Maskinporten in the self-service portal, and use its id here.

scope-not-granted = Altinn has not granted { $scope } to the client's owner.
    .fix = Ask Altinn's service desk for { $scope }: servicedesk@altinn.no. The answer takes some working days.

scope-not-delegated = The customer has not delegated { $scope } to the client's owner.
    .fix = Ask the customer to delegate the API in Altinn, in this same environment.

no-system-user = Maskinporten knows no system user that lets this client act for { $organisation }.
    .fix = Run the checks of step 3. Most often the request is not approved yet, the client id is missing on the system, or the external reference differs.

grant-refused = Maskinporten does not give the token: { $text }
    .fix = Run the checks of step 2: they say which answer is wrong.

exchange-refused = Altinn does not exchange the token: { $text }
    .fix = Run the checks of step 2, and compare the environment of the client with that of the profile.

## What stops any deed: the network and the gateway

no-answer = { $host } does not answer.
    .fix = Check the network and run the check `key.reach`. What had been done until then is kept.

proxy-holds-up = The proxy { $proxy } does not let the program through to { $host }.
    .fix = Run the check `key.reach`: it says what the proxy wants. Altinn has not been asked, and what had been done until then is kept.

proxy-unreadable = { $variable } names a proxy, but cannot be read. Nothing was sent, with or without the proxy.
    .fix = Run the check `key.reach`: it says what must be written in another way.

certificates-unusable = The certificates to trust cannot be read from { $path }. Nothing was sent.
    .fix = Run the check `key.reach`: it says what is wrong with the file.

foreign-answer =
    { $found ->
        [web-page] A web page answers in place of { $host }.
        [log-in] A proxy that no setting names answers in place of { $host }, and asks for a login.
        [redirect] { $host } sends the program elsewhere, which no service of Altinn does.
        [too-large] The answer of { $host } is far too large for a service of Altinn.
        [unreadable] The answer of { $host } cannot be read: it ends too early, or was changed on its way.
       *[untold] Something other than Altinn answers for { $host }.
    }
    .fix =
        { $found ->
            [web-page] Open { $host } in a browser on this machine to see who answers, and ask whoever runs your network to let the program through.
            [log-in] Ask whoever runs your network for the proxy's address, and set HTTPS_PROXY to it.
            [unreadable] Do this again. If it keeps happening, ask whoever runs your network what changes answers on their way.
           *[untold] Ask whoever runs your network to let this machine reach { $host } directly.
        }

service-trouble = A service of Altinn or Digdir has a problem of its own, and answers with status { $status }.
    .fix = Nothing on your side is wrong. Do this again in some minutes. If it keeps happening, send the code and the time to servicedesk@altinn.no.

too-often = { $host } has been asked too often. It takes the next call at { $until }.
    .fix = Do this again after { $until }.

not-our-host = { $host } is not a host of this environment, so nothing was sent there.
    .fix = Compare the addresses in the profile with those of the environment.

stopped-here = This machine stopped it: { $reason }
    .fix = Check the disk and the file, then do this again.

gateway-key-missing = The gateway asks for an API key, but none is filled in.
    .fix = Fill in the API key in step 1.

gateway-key-invalid = The gateway does not know the API key.
    .fix = Run the check `key.gateway`: it tells a wrong key from one for another environment.

token-not-taken = The service does not accept the token. It may have expired, or the clocks disagree.
    .fix = Run the checks `key.clock` and `client.exchange`, then do this again.

scope-missing = The token lacks { $scope }.
    .fix = Add { $scope } to the client in the self-service portal, under Scopes, then do this again.

refused = Altinn refuses with status { $status }: { $text }
    .fix = Run the checks: they judge what Altinn says. If it keeps happening, send the code and the time to servicedesk@altinn.no.

## What stops a test transfer

no-access = Broker does not let { $organisation } use { $resource }.
    .fix =
        { $role ->
            [service-owner] Run the checks of step 3. After a change allow ten minutes. If they pass, the policy or the access list of the resource leaves your organisation out.
           *[other] Run the checks of step 3. After a change allow ten minutes. If they pass, ask the service owner: the resource is not set up in Broker, or its policy or access list leaves you out.
        }

resource-unsound = { $resource } is not a resource of Altinn with a service owner behind it.
    .fix =
        { $role ->
            [service-owner] Publish the resource again in Altinn Studio, in this environment, with its owner filled in.
           *[other] Ask the service owner to publish the resource again, in this environment, with its owner filled in.
        }

owner-not-in-broker = The owner of { $resource } is not set up in Broker.
    .fix =
        { $role ->
            [service-owner] Register your organisation as a service owner in Broker, then set up the resource there.
           *[other] Ask the service owner to register in Broker, and then to set up the resource there.
        }

storage-not-ready = Altinn is still making the service owner's storage. No transfer was made.
    .fix =
        { $role ->
            [service-owner] Do this again in some minutes. The check `access.service-owner` shows when the storage is ready.
           *[other] Do this again in some minutes.
        }

recipient-not-on-list = { $resource } has an access list, and not all of { $recipients } are on it.
    .fix =
        { $role ->
            [service-owner] Add each recipient to the access list. It takes effect within ten minutes.
           *[other] Ask the service owner to add each recipient to the access list. It takes effect within ten minutes.
        }

required-party-missing = { $resource } wants its service owner to take part in every transfer, as sender or as recipient.
    .fix =
        { $role ->
            [service-owner] Choose your own organisation as the recipient of the test.
           *[other] Choose the service owner as the recipient of the test.
        }

one-recipient-only = { $resource } takes one recipient only, the service owner.
    .fix =
        { $role ->
            [service-owner] Choose your own organisation as the only recipient of the test.
           *[other] Choose the service owner as the only recipient of the test.
        }

file-missing = There is no file { $path }.
    .fix = Choose another file, or none: a file of 64 KiB is then made up.

file-not-regular = { $path } is not a file that can be sent.
    .fix = Choose a file. A folder must be packed into one first.

file-unreadable = { $path } cannot be read: { $reason }
    .fix = Make the file readable for you, or choose another one.

file-too-large = { $name } has { $size }, which is more than the resource accepts. Without the service owner's own limit, that is 50 GB.
    .fix = Choose a smaller file, or none: a file of 64 KiB is then made up.

file-changed-meanwhile = { $name } was changed while it was sent, so no more of it was sent.
    .fix = Do this again when nothing writes to it any more: a new transfer begins then.

upload-broke-off = The connection to Altinn is down, and part of { $name } ({ $size }) has not been sent yet.
    .fix = Do this again when the connection is back, within a day: the upload goes on where it was.

upload-expired = Altinn has cleared away what was sent of transfer { $transfer }: it keeps an unfinished upload for a day.
    .fix = Do this again: a new transfer begins then.

file-name-too-long = The file's name is longer than the 255 characters that Broker accepts: { $name }
    .fix = Rename the file, then do this again.

disk-full = There is no room left on the disk for the file. What had been written of it is deleted.
    .fix = Make room in the folder for temporary files, or name another one in TMPDIR. Then do this again.

file-larger-than-told = More comes from { $host } than the { $size } that was announced. The download was stopped, and what had come is deleted.
    .fix = Do this again. If it happens twice, something on the way changes the file: run the check `key.reach`, which names what answers.

file-stood-still = The file stopped moving: not a byte went to or came from { $host } for { $seconds } seconds. What had been downloaded is deleted.
    .fix = Check the network, then do this again.

file-too-slow = The file moves too slowly: fewer than { $size } went to or came from { $host } within { $seconds } seconds. It was stopped, and what had been downloaded is deleted.
    .fix = Do this again from a faster network. If the network is fast, ask whoever runs it what slows down the way to { $host }.

file-took-too-long = The file was still on its way to or from { $host } after { $hours } hours, so it was stopped. What had been downloaded is deleted.
    .fix = Do this again from a faster network, or with a smaller file.

disk-refused = The folder for temporary files refuses: { $reason }
    .fix = Make room in the folder for temporary files, or name another one in TMPDIR.

checksum-refused = The file did not reach Altinn as it was: its checksum differs. Transfer { $transfer } has failed and cannot be used again.
    .fix = Send the test again. If it happens twice, something on the way changes the file, or the file itself changes while it is sent.

transfer-started = Transfer { $transfer } has been uploaded before.
    .fix = Send the test again: it makes a new transfer.

transfer-failed = Transfer { $transfer } has failed: { $text }
    .fix =
        { $role ->
            [recipient] Ask the sender for a new test: a failed transfer cannot be used any more.
           *[other] Send the test again: a failed transfer cannot be used any more.
        }

scan-found-malware = Altinn found malware in the file. Transfer { $transfer } has failed, and the file is deleted there.
    .fix = Send another file, or none: a file of 64 KiB is then made up. Check your own file with your own scanner.

not-published-yet = Transfer { $transfer } is not published yet after two minutes. Altinn goes on with it, and nothing is lost.
    .fix = Run the check `integrate.transfer` in some minutes.

transfer-unknown = Broker knows no transfer { $transfer }.
    .fix = Compare the id and the environment. A transfer of test is not known in production.

transfer-not-ready = Transfer { $transfer } cannot be fetched yet: { $text }
    .fix = Do this again when the sender has sent the file and Altinn has published it.

transfer-gone = The file of transfer { $transfer } is deleted: it was confirmed by everyone, or it expired.
    .fix =
        { $role ->
            [sender] Send a new one.
           *[other] Ask the sender to send a new one.
        }

not-marked = Transfer { $transfer } is not marked as a test, so it has not been touched.
    .fix = Choose it by `--transfer { $transfer }` if it is really meant: confirming it tells the sender that you have it.

not-for-us = { $organisation } is not among the recipients of transfer { $transfer }, so it has not been touched.
    .fix = Ask the sender to name { $organisation } as a recipient.

refusal-only-in-sandbox = The refusal is proven in the sandbox only. In Altinn itself, a download that is let through would make you one more recipient of the file.
    .fix = Leave out `--prove-refusal`, or do this on a profile of the sandbox.

refusal-is-of-sender = What is proven to be refused is what a sender must not do, so it belongs to a sender's profile.
    .fix = Leave out `--prove-refusal`.

not-refused = Transfer { $transfer } could be fetched with the right to send only, which must not be.
    .fix = Look at the policy and at the scopes of the token: broker.read must not be among them.

none-waiting = No marked test waits for { $organisation } on { $resource }.
    .fix = Ask the sender to run `{ $command }` with { $organisation } as the recipient. Without broker-setup, the sender sends any file whose sendersFileTransferReference begins with `broker-setup-test-` and whose propertyList has `broker-setup` = `test`.

only-unmarked =
    { $count ->
        [one] { $count } file waits for { $organisation } on { $resource } without the mark of a test. Nothing has been touched.
       *[other] { $count } files wait for { $organisation } on { $resource } without the mark of a test. Nothing has been touched.
    }
    .fix = Ask the sender to run `{ $command }` with { $organisation } as the recipient. Without broker-setup, the sender sends any file whose sendersFileTransferReference begins with `broker-setup-test-` and whose propertyList has `broker-setup` = `test`. To take one of those that wait, choose it by `--transfer ID`.

content-differs = What arrived is not what was sent: the content of transfer { $transfer } differs. It is not confirmed.
    .fix =
        { $role ->
            [service-owner] Do this again. If it differs again, something on the way changes the file.
           *[other] Do this again. If it differs again, ask the sender which file was sent.
        }

not-confirmed = Transfer { $transfer } has been fetched, but Altinn does not show it as confirmed: { $text }
    .fix = Do this again: fetching and confirming twice does no harm.

ask-sender-and-recipient = The policy of { $resource } does not let its owner send and receive itself, and you have no system user.
    .fix = Ask a sender and a recipient to send a test between them. Or add a rule for your own organisation to the policy, with read and write, and publish it.

## What stops a subscription

endpoint-not-taken = Altinn does not accept { $endpoint } as a webhook: it must be a whole address that begins with https.
    .fix = Fill in an https address that Altinn can reach from the internet.

endpoint-unreadable = { $endpoint } is not a web address.
    .fix = Fill in the webhook's address again.

subscribe-not-allowed = The policy of { $resource } does not let { $organisation } subscribe.
    .fix =
        { $role ->
            [service-owner] Add the action subscribe to the rules of the policy for those who are to subscribe, and publish it. Allow ten minutes.
           *[other] Ask the service owner to add the action subscribe to the rules of those who send and receive, and to publish the policy. Then have the system user's rights approved anew. Allow ten minutes.
        }

filter-refused = Altinn Events does not accept the subscription: { $text }
    .fix = Run the check `events.subscription`. If it says nothing else, send the text and the time to servicedesk@altinn.no.

owned-by-other = Subscription { $subscription } belongs to your other identity, { $identity }, and is not validated. A second one would deliver every event twice, so none was made.
    .fix = Delete it, or make the same subscription again, with a token of { $identity }. Then do this again.

not-validated-yet = Subscription { $subscription } is made, but { $endpoint } has not answered Altinn's validation yet. Altinn goes on trying for some eight minutes, with longer and longer pauses.
    .fix = Check that the webhook is reachable from the internet and has a certificate of a public authority. It must answer a POST with 200 itself, without a redirect or a login. Then do this again: it starts the validation again.

## What stops a system or its user

system-of-other = { $system } does not belong to { $owner }, who owns the client: a system's id begins with its vendor's organisation number.
    .fix = Leave the system id empty: one that fits is proposed. Or fill in the right owner of the client.

client-in-other-system = Your client { $client } is on { $system }, not on { $answered }. A client can be on one system only.
    .fix = Write { $system } as the system id. If that system belongs to something else, make a new client in the self-service portal, and use its id here.

system-without-client = { $system } is registered already, without your client { $client }.
    .fix = Add the client to the system. For a system of its own, leave the system id empty: a free one is proposed.

system-id-used = { $system } was deleted once, and its id can never be used again.
    .fix = Leave the system id empty: a free one is proposed.

no-system-id-free = Every id that would be proposed for the system is used up.
    .fix = Write a system id of your own: the organisation number of the client's owner, an underscore and a name.

no-system-yet = Your client { $client } is on no system yet.
    .fix = Register the system first.

system-not-there = { $system } is not registered.
    .fix = Register the system, or leave the system id empty: yours is found.

system-not-from-here = { $system } was not registered from this machine, so nothing was added.
    .fix = Do this again, and type the system's id if it is yours to change.

system-changed-since = { $system } was changed by somebody else in the meantime. Nothing was changed now.
    .fix = Do this again: it shows what is there now.

no-user-to-change = There is no system user for { $organisation } yet.
    .fix = Ask for the system user: it gets the right at once.

not-kept-first = Nothing was changed, because what is there now cannot be kept first: { $reason }
    .fix = Make room on the disk, or let your user write in that folder. Then do this again.

request-not-ours = The request { $request } stands in the way, and it was not made from this machine. Nothing was deleted.
    .fix = Do this again, and type the id of the request if it may be deleted.

resource-of-other = { $resource } belongs to another organisation than the client's owner.
    .fix = Use a client of the organisation that owns the resource, or fill in one of your own resources.

resource-not-there = The Resource Registry does not have { $resource }.
    .fix = Publish the resource first, in this environment.

resource-not-from-here = { $resource } was not published from this machine, so nothing was changed.
    .fix = Do this again, and type the id of the resource if it may be changed.

resource-changed-since = { $resource } has been changed meanwhile, so nothing was done.
    .fix = Do this again: it shows what is there now.

resource-id-used = The Resource Registry has had { $resource } before, and an id can never be used again.
    .fix = Fill in another id for the resource.

owner-not-listed = Altinn's list of service owners does not have { $organisation }, and a resource must name its owner as the list does.
    .fix = Ask servicedesk@altinn.no to add your organisation to the list of service owners.

policy-not-from-here = The resource { $resource } or its policy was not published from this machine, so nothing was changed.
    .fix = Do this again, and type the id of the resource if its policy may be replaced.

policy-changed-since = The policy of { $resource } has been changed meanwhile, so nothing was done.
    .fix = Do this again: it shows what is there now.

config-not-from-here = { $resource } was not set up in Broker from this machine, so nothing was changed.
    .fix = Do this again, and type the id of the resource if its settings may be changed.

config-changed-since = Broker's settings of { $resource } have been changed meanwhile, so nothing was done.
    .fix = Do this again: it shows what is there now.

no-owner-code = Altinn's list of service owners has no code for { $organisation }, and access lists lie under that code.
    .fix = Ask servicedesk@altinn.no to add your organisation to the list of service owners.

several-lists = Several lists are connected to the resource: { $lists }.
    .fix = Fill in which access list is meant.

list-not-from-here = The list { $list } was not made from this machine, so nothing was changed.
    .fix = Do this again, and type the id of the list if it may be changed.

list-changed-since = The list { $list } has been changed meanwhile, so nothing was done.
    .fix = Do this again: it shows what is there now.

members-unknown = Altinn does not know { $organisations }. The others are on the list.
    .fix = Compare the numbers. In test only synthetic organisations are known, and service owners as themselves.

nobody-on-list = Nobody is on a list that is connected to { $resource }, so nobody could use it.
    .fix = First admit the organisations that are to use it.

## Taking back what a deed has made

would-delete-system = { $system } is deleted, and this cannot be undone: its id can never be used again. Every system user of it stops working.
deleting-system = Deleting { $system }.
system-gone = { $system } is deleted. Its id can never be used again.

would-put-system-back = { $system } gets back what it had before. Whoever uses what is taken away can no longer do so.
putting-system-back = Putting { $system } back.
system-put-back = { $system } is as it was.

kept-gone = What was there before cannot be read from { $path }. Nothing was changed.
    .fix = Put the file back where it was, or change the system where it is maintained.

would-withdraw = The request { $request } is withdrawn. Its link stops working.
withdrawing = Withdrawing the request { $request }.
withdrawn = The request { $request } is withdrawn.

request-accepted = The request is approved already, so it cannot be withdrawn.
    .fix = Ask the access manager at { $organisation } to delete the system user in Altinn, if it is to go.


would-unsubscribe = Subscription { $subscription } is taken away. Altinn may go on sending events to its webhook for an hour.
events-between-are-gone = It can be made again, and then has another number. Altinn does not send what happened in between.
subscription-made-elsewhere = This program did not make subscription { $subscription }. It leads to { $endpoint }, where somebody may wait for its events.
    .fix = Ask whoever uses { $endpoint }. Then type the number, or give it with --confirm-id.
would-subscribe-again = The same subscription is made again, for { $endpoint }. It gets another number.
no-subscription = There is no subscription to take away.
    .fix = Look with the check events.subscription which identity your subscriptions belong to, if you expected one.
subscription-unknown = There is no subscription { $subscription }. Those that are there: { $known }.
    .fix = Name one of them with --subscription.
subscriptions-several = This program made none of the subscriptions that are there: { $known }.
    .fix = Name the one that is to go with --subscription.
unsubscribing = Taking the subscription away
unsubscribed = Subscription { $subscription } is gone. Altinn may go on sending events to its webhook for an hour.

cannot-be-undone = Nothing can take this back.
    .fix = Read in the journal what was made, and where it lies.
undone-already = { $made } was taken back before.

journal-not-kept = Nothing was done, because the journal cannot be written: { $reason }
    .fix = Make room on the disk, or let your user write in that folder. Then do this again.

would-put-config-back = { $resource } gets back in Broker what it had before.

some-settings-stay = What had no limit before keeps the one that it was given: Broker cannot take a limit away.

config-put-back = { $resource } has its earlier settings in Broker.

would-put-list-back = Whoever was put on { $list } goes, and whoever was taken off comes back. Where the list is enforced, those who go lose access.

list-goes-if-empty = The list { $list } is deleted if nobody is left on it.

putting-list-back = Putting { $list } back.

list-put-back = { $list } is as it was before, except for what others have changed.

would-lift-restriction = Any organisation whose approver agrees may use { $resource } again.

lifting-restriction = Telling the Resource Registry that the list does not count.

restriction-lifted = Any organisation whose approver agrees may use { $resource } again, within ten minutes.

would-delete-resource = { $resource } is deleted, with its policy, and this cannot be undone: its id can never be used again. Nobody can use the resource from then on.
would-put-resource-back = { $resource } gets back what stood in the Resource Registry before, as shown here.
putting-resource-back = Putting { $resource } back.
resource-deleted = { $resource } is deleted. Its id can never be used again.
resource-put-back = { $resource } is as it was.
would-put-policy-back = { $resource } gets back the policy that it had before, as shown here. Whoever has rights only by today's policy loses them.
putting-policy-back = Putting the policy of { $resource } back.
policy-put-back = The policy of { $resource } is as it was.

## Letters

letter-yours-to-send = This letter is yours to send. Going on notes that it is sent, with today's date; nothing leaves this machine.
letter-reminds = This reminder is yours to send. Going on notes it; nothing leaves this machine.
letter-asked-before = This was asked for on { $day } already. The letter is written again, and the day stays.
    .fix = If a week has gone by without an answer, send a reminder.
letter-noted = Noted that you asked on { $day }.
    .fix = Send the letter if you have not yet. The checks see by themselves what the receiver changes in Altinn.
reminder-noted = The reminder is noted.
no-would-be-noted = That the receiver has said no is noted. Nobody is told.
no-noted = Noted that the receiver said no: { $reason }
    .fix = Mend what the answer names, then write to them again.
not-asked-yet = No letter waits for an answer here.
    .fix = Send the letter first.
letter-not-for-owner = A service owner writes no such letter: it is for senders and recipients.
    .fix = Choose another deed.
letter-would-be-forgotten = The note that you sent this letter is taken away. The letter itself, once sent, cannot be taken back.
letter-forgotten = The note is gone: the letter counts as not sent.

## Labels of the preview's rows

preview-portal = portal
preview-resource = resource
preview-from = from
preview-to = to
preview-file = file
preview-path = lies at
preview-size = size
preview-mark = mark
preview-transfer = transfer
preview-reference = sender's reference
preview-sent = sent
preview-webhook = webhook
preview-resource-filter = resource
preview-subject-filter = party
preview-type-filter = types
preview-system = system
preview-name = name
preview-vendor = registered by
preview-right = right
preview-client = client
preview-party = for
preview-system-user = system user
preview-external-ref = reference
preview-owner = service owner
preview-largest-file = largest file
preview-kept-for = files are kept for
preview-kept-after-all = kept after all have it
preview-one-side-always = one side is always
preview-list = access list
preview-admitted = on the list
preview-title-nb = title
preview-title-nn = title in Nynorsk
preview-title-en = title in English
preview-description-nb = description
preview-description-nn = description in Nynorsk
preview-description-en = description in English
preview-right-nb = gives the right to
preview-right-nn = the same in Nynorsk
preview-right-en = the same in English
preview-owner-name = called
preview-contact = contact
preview-may-approve = may approve
preview-acts-itself = acts itself

## What becomes of the parts of a thing that is replaced

preview-change-stays = stays
preview-change-stays-until = stays, until { $until }
preview-change-added = new
preview-change-added-until = new, until { $until }
preview-change-goes = goes
preview-change-goes-until = goes, was valid until { $until }
