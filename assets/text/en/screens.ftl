### The words of the wizard's screens.

product-name = broker-setup

view-too-small = broker-setup needs a window of at least 40 columns and 12 rows.
view-tried-again = The program tries again by itself. Make room, or let your user write there.
view-more = { $count } more

header-production = PRODUCTION
header-checking = checking { $done } of { $total }
header-filling = starting the sandbox

home-language = English
home-purpose = Connect your organisation to Altinn Broker.
home-continue = Continue
home-start = Start
home-of-five = { $count } of 5
home-by-vendor = vendor
home-checked-without = ready without step { $step }, checked { $at }
home-said = ready, said by you on { $day }
home-checked = ready, checked { $at }
home-waiting-on = waiting on { $who }
home-needs = needs you: { $what }
home-start-sandbox = Practise in the sandbox
home-start-tt02 = Set up for test (TT02)
home-start-prod = Set up for production
home-about-sandbox = nothing to prepare, nothing leaves this machine
home-about-tt02 = Altinn's test environment
home-about-prod = real organisations, real files
home-more-sandbox = A Maskinporten and an Altinn of your own, inside this program. Everything works as in the real ones, and the people in it answer at once. Enter begins.
home-more-tt02 = For this you need a Maskinporten client in Digdir's test environment and a synthetic organisation, which is there for tests only. The checklist says how to get them. Enter begins.
home-more-prod = For this you need a Maskinporten client in production. The program checks nothing before you ask, and does nothing before you type the profile's name. Enter begins.
home-acts-for = { $name } acts for { $organisation } on resource { $resource }.
home-unanswered = { $name } has not been filled in yet.
home-all-ready = Everything is proven. Enter shows what was proven and what comes next.
home-all-ready-without = Everything is proven but step { $step }, which is set aside. Enter shows what was proven and what comes next.
home-all-said = Your vendor runs the system, and you have said that it works. Nothing of that was proven here. Enter shows what you have said.
home-find = Find by name, role, environment, organisation or resource:
home-none-found = No profile has all of these words. Esc shows all of them.

role-sender-we = We send files
role-sender-does = send files
role-sender-about = Your system uploads files that other organisations receive through Altinn.

role-recipient-we = We receive files
role-recipient-does = receive files
role-recipient-about = Your system fetches files that other organisations have sent through Altinn.

role-service-owner-we = We own the service that files belong to
role-service-owner-does = own a service for files
role-service-owner-about = Your organisation decides who may send and receive files for the service.

roles-question = What does your organisation do in Altinn Broker?

naming-new-title = Name
naming-new = A name for this profile. Role: { $role }.
naming-rename-title = Rename
naming-rename = A new name for { $name }.
naming-help = The answers are kept in a file of this name. You can change it later.

remove-title = Remove
remove-question = Remove { $name }?
remove-production = This one is of production. Type { $name } to remove it:
remove-about = Its answers and findings are deleted from this machine. Nothing changes in Maskinporten or Altinn, and keys are kept.
steps-title = Steps
steps-proven = What was proven
steps-said = What you have said
steps-said-on = said by you on { $day }
steps-ready = { $count } of 5 ready
steps-failing = { $count } failing
steps-needs-you =
    { $count ->
        [one] { $count } step needs you
       *[other] { $count } steps need you
    }
steps-waiting =
    { $count ->
        [one] { $count } step waits for someone
       *[other] { $count } steps wait for someone
    }
steps-unknown = { $count } could not be asked
steps-set-aside = { $count } set aside
steps-with-vendor = { $count } with your vendor
steps-faults = The sandbox misbehaves: { $faults }. f shows it.

step-looks-again = Looks again at { $at }, while this screen is open. c looks now.

state-about-ready = Ready: proven against the services, or said by you where a vendor runs the system.
state-about-needs-you = Needs you: you must do something, or ask someone to do it.
state-about-waiting = Waiting: someone else is about to act.
state-about-failing = Failing: something is wrong. The finding says what, and what to do.
state-about-unknown = Could not ask: nobody answered. Nothing is said about your setup.
state-about-set-aside = Set aside: left out on purpose. It is not counted as proven.
state-about-with-vendor = With your vendor: your vendor does it, and this program cannot prove it.
state-about-not-started = Not started: nothing has been asked yet, or another step comes first.
state-about-remark = Remark: it works, and there is something to know about it.

field-needed = not given yet
field-optional = none
path-nothing = No such file.
path-folder = A folder.
path-hidden = The system does not let this be looked at.
path-other = No file, but a { $kind }.
path-file = A file, { $size }.
path-private-key = A file, { $size }, with a private key.
path-certificate = A file, { $size }, with a certificate.
path-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
field-list-asked = The list is being fetched. You can type meanwhile.
field-list-more = { $count ->
    [one] and one more: type a part of its name
   *[other] and { $count } more: type a part of the name
  }
field-list-none-fits = None of the list fits. What is typed is taken.
field-list-empty = The list has nothing in it yet. What is typed is taken.
field-password-typed = typed, until you quit
field-sandbox-webhook = the sandbox's own webhook

choice-own = we do, with our own client
choice-for-customer = we do, for a customer
choice-by-vendor = our vendor does
choice-key = a registered key
choice-certificate = enterprise certificate
choice-yes = yes
choice-no = no
choice-any = any organisation whose approver agrees
choice-listed = only those on our list
choice-webhook = Altinn calls our webhook
choice-poll = we ask Altinn

fill-filled = Fill in the sandbox's answers
fill-filled-about = A client, a key and an approved system user, made for you. The checks then run by themselves.
fill-half-done = Start half-done
fill-half-done-about = The same with something waiting and something wrong: see how the wizard helps.

deed-due = Enter does it
deed-asking = Finding out what would be done.
deed-which-retire-key = Which key is taken off the client? Whoever signs with it can no longer get a token.
deed-which-rotate-key = A client has room for five keys, and has five. Which one goes? Whoever signs with it can no longer get a token.
deed-which-post-key = A client has room for five keys, and has five. Which one goes? Whoever signs with it can no longer get a token.
deed-which-unsubscribe = There are several subscriptions. Which one is taken away?
deed-which-ended = not valid since { $at }
deed-which-until = valid until { $at }
deed-which-endless = when it ends is not known
deed-size = How large a file is to be sent?
deed-size-about = A number of bytes, or a size such as 200 KiB, 40 MiB or 2 GiB. The file is made up as it is sent.
deed-whom = Who is to be on the access list?
deed-whom-about = Organisation numbers, separated by commas. A minus before a number takes that organisation off the list.
deed-type-name = This is production. Type the profile's name, { $name }, to go on.
deed-type-id = This was made elsewhere, not by this program. Type { $id } to say that you mean it.
deed-next = Next: { $what }. Enter shows it.
deed-all-ready = Nothing is left to do.

waiting-title = Waiting
waiting-approve = Approve it yourself: open the link, log in with TestID as general manager
waiting-said-yes = They said yes: look now
waiting-said-no = They said no, for this reason
waiting-remind = Remind them
waiting-write = Write to them
waiting-a-week = a week has passed
waiting-reason = Why did they say no? Write it in their words:
waiting-over = The wait is over.
waiting-looking = Looking now.

letter-title-nb = The letter, in Bokmål
letter-title-nn = The letter, in Nynorsk
letter-title-en = The letter, in English
letter-to = To
letter-about = Subject
letter-nobody = No address yet: a types one.
letter-source-mail = The owner's contact in the Resource Registry, or the address of an earlier letter.
letter-source-page = The owner's contact in the Resource Registry. Send the letter there; y copies it.
letter-address = The e-mail address that it goes to:
letter-contact = { $what }, which ends your letters. Leave it empty to leave it out:

code-title = The link as a QR code
code-too-small = The code needs a window of at least { $columns } columns and { $rows } rows. Make the window larger, or copy the link with y.
code-too-long = The link is too long for a QR code. Copy it with y.

look-up-title = Explain an error
look-up-help = Type or paste a code (MP-200), an error or a whole answer of a service, and press Enter. It is read here and sent nowhere, and what you paste is not shown.
look-up-pasted =
    { $lines ->
        [one] The line that you pasted was read whole. It is not shown.
       *[other] All { $lines } lines that you pasted were read. They are not shown.
    }
look-up-nothing = Nothing is known about this. Paste the whole answer, with its status and its text. Or type its code (MP-200), the id of a check (client.token) or an answer (client-id). If you have nothing else, write to servicedesk@altinn.no: say what you were about to do, when, and what you saw, without tokens and keys.

token-title = Token
token-asking = Asking Maskinporten for a token with { $scopes }.
token-asking-acting = Asking Maskinporten for a token with { $scopes }, to act for { $party } through its system user.
token-asking-exchange = Then Altinn exchanges it.
token-asking-pasted = Reading the token, and checking its signature against its issuer's keys.
token-asked = Asked of Maskinporten: a token with { $scopes }.
token-asked-acting = Asked of Maskinporten: a token with { $scopes }, to act for { $party } through its system user.
token-asked-exchange = Asked of Altinn: to exchange it.
token-asked-pasted = What you pasted. Nothing of it is kept.
token-paste = The token, as Maskinporten or Altinn gave it. Dots stand for what you type or paste:
token-unshown = The token itself is not shown. Paste another one here to have it read.
token-no-client = The client cannot sign, so Maskinporten was not asked. Its id, key or kid is missing, or the key cannot be read: x says what to do.

faults-title =
    { $count ->
        [one] How the sandbox misbehaves: { $count } fault, { $set } set
       *[other] How the sandbox misbehaves: { $count } faults, { $set } set
    }
faults-help = Type to find a fault. NAME=SECONDS, NAME@SERVICE and NAME:TIMES are taken as they are, as sandbox --fault takes them.
faults-asking = Asking the sandbox.
faults-none = No fault has these words.
faults-whole = Enter sets it.
faults-set = set until you clear it
faults-set-once = set for the next call
faults-set-times =
    { $times ->
        [one] set for the next { $times } call
       *[other] set for the next { $times } calls
    }
faults-only = for { $service } only
faults-seconds =
    { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }

traffic-title =
    { $count ->
        [one] Traffic: { $count } call, the newest first
       *[other] Traffic: { $count } calls, the newest first
    }
traffic-sift = Find in method, address, status and bodies:
traffic-sifted = Only those with { $words }. / changes it.
traffic-none = none

exchange-title = One call
exchange-sent = Sent
exchange-answered = Answered
exchange-unanswered-dns = No answer came: the name of the host is not known here.
exchange-unanswered-refused = No answer came: the host refused the connection.
exchange-unanswered-timeout = No answer came in time.
exchange-unanswered-certificate = No answer was accepted: the host's certificate is not good, or nobody who is trusted here has signed it.
exchange-unanswered-broken = No answer came: the connection broke off.
exchange-unanswered-proxy = No answer came: the proxy did not let the call through.
exchange-unanswered-stopped = This program ended the call before an answer came.
exchange-token = the token, which is never shown
exchange-api-key = the API key, which is never shown
exchange-assertion = what your key has signed, which is never shown
exchange-no-body = No body.
exchange-not-kept = What your own address answers is not kept.
exchange-bytes = { $size }, not shown.
exchange-bytes-unknown = A body that is not shown.
exchange-cut = There was more, which is not kept.
exchange-gone = This call is no longer kept.

ready-title = Ready
ready-sender = Your organisation can send files through Altinn Broker.
ready-recipient = Your organisation can receive files through Altinn Broker.
ready-service-owner = Your service is ready for files through Altinn Broker.
ready-said-sender = You say that your vendor sends files for you through Altinn Broker. Nothing of it was proven here.
ready-said-recipient = You say that your vendor receives files for you through Altinn Broker. Nothing of it was proven here.
ready-said-service-owner = You say that your vendor runs your service for files. Nothing of it was proven here.
ready-vendor = { $vendor } runs the system.
ready-approved = The system access was approved on { $day }, as you say.
ready-transfer-seen = A test transfer was seen on { $day }, as you say.
ready-at = { $at }
ready-transfer = Test transfer { $id }, { $at }.
ready-subscriptions = Subscription { $ids }.
ready-event = The last event arrived { $at }.
ready-watch = Keep an eye on
ready-key-expires =
    { $days ->
        [one] The key at Maskinporten expires in { $days } day. Add a new one before then.
       *[other] The key at Maskinporten expires in { $days } days. Add a new one before then.
    }
ready-key-unknown = It is not known when the key at Maskinporten expires: fill in the day it was added, in step 2.
ready-next = What comes next
ready-check-again = Let your monitoring prove it again: broker-setup check --profile { $name }
ready-look-again = Let your monitoring watch the resource and its rules: broker-setup check --profile { $name }
ready-guide = Build the integration with the developer guides:
ready-guide-link = https://docs.altinn.studio/broker/
ready-production = Do the same for production: Esc, then Set up for production.

help-title = Help
help-home = A profile holds the answers for one connection to Altinn Broker. Continue with one, or start another. The sandbox is a safe place to learn: nothing leaves this machine.
help-roles = The role decides what must be true. The five steps are the same for each role, with different content.
help-role = Five steps, in any order. The list says how far each has come. The step says what to do next, which answers it has, and what its checks found. Checks never change anything. What the program does for you is shown before it is done.
help-deed = Read what would be done. Enter does it, Esc leaves everything as it is.
help-letter = A letter to whoever must act, in their language. The program sends nothing: copy it, save it, or open it in your mail program. Enter notes that you have sent it.
help-waiting = Someone else has to act. You can leave: the wizard looks again when you come back.
help-guide = A guide says what a step is for, what you need, who acts and how long it takes. Enter does the selected line, o opens its link, y copies what it names. Every other key works as without the guide.
help-traffic = Every call so far: method, address, status, time. Enter opens one, with its headers and bodies; y there copies it as a curl command. Secrets are never shown, and nothing of it is written to disk.
help-faults = The sandbox can answer as the services do when something is wrong. Set a fault, check again, and see what the wizard makes of it.
help-token = Each claim of a token in words: what it can be used for, and what your role lacks. It is the token that your integration would send, fetched now, or one that you paste. Its signature is checked against the keys of this environment. The token itself is never shown.

keys-open = open
keys-fold = close
keys-waiting = see whom
keys-fill = fill in
keys-show = show
keys-edit = edit
keys-accept = accept
keys-choose = choose
keys-next-field = next field
keys-complete = complete
keys-found = choose
keys-letter = message
keys-save = save
keys-language = language
keys-address = address
keys-sent = I have sent it
keys-mail = mail program
keys-contact = your contact
keys-code = QR code
keys-body = body
keys-size = another size
keys-anew = send a new one
keys-go-on = go on with it
keys-no-body = back to what it does
keys-cancel = cancel
keys-close = close
keys-do-it = do it
keys-next-deed = next
keys-do-next = do next
keys-all-next = all that is left
keys-copy-scopes = copy the scopes
keys-copy-key = copy the public key
keys-copy-curl = copy as curl
keys-copy-letter = copy the message
keys-client-id = paste the client's id
keys-done = done, check
keys-check = check
keys-stop = stop
keys-do = do it for me
keys-open-link = open link
keys-copy = copy
keys-set-aside = set aside
keys-take-up = take up again
keys-traffic = traffic
keys-guide = guide
keys-next-page = next page
keys-faults = faults
keys-set = set
keys-clear = clear
keys-once = next call only
keys-clear-all = clear all
keys-explain = explain
keys-look-up = explain an error
keys-token = token
keys-exchange = exchange it
keys-not-exchange = as Maskinporten gives it
keys-fetch = get it again
keys-inspect = paste one
keys-read = read it
keys-help = help
keys-home = home
keys-back = back
keys-new = new
keys-rename = rename
keys-find = find
keys-remove = remove
keys-reveal = show
keys-quit = quit

keys-long-open = What the selected line offers.
keys-long-up = One line up.
keys-long-down = One line down.
keys-long-first = The first line.
keys-long-last = The last line.
keys-long-page-up = A page up.
keys-long-page-down = A page down.
keys-long-left = To the list of steps.
keys-long-right = Into the step.
keys-long-next = Between the list and the step.
keys-long-do-next = Do what comes next: the line above the keys.
keys-long-all-next = Show all that is left to do, in order.
keys-long-copy-scopes = Copy the scopes to add to the client, one a line.
keys-long-check = Run the checks, or stop them.
keys-long-edit = Give an answer.
keys-long-do = Let the program do it; it is shown first.
keys-long-open-link = Open the link in your browser.
keys-long-copy = Copy the link, or the selected answer.
keys-long-set-aside = Set the event subscription aside, or take it up again.
keys-long-traffic = The calls so far.
keys-long-guide = The guide of this step.
keys-long-next-page = The next page of the guide.
keys-long-plan = The whole way: who does what, and how long it takes.
keys-long-faults = In the sandbox: make it misbehave, to see what the wizard says.
keys-long-once = Set it for the next call only.
keys-long-clear-all = Clear every fault.
keys-long-letter = The message to send to whoever must act.
keys-long-save = Save the letter to a file.
keys-long-language = Go on in the next language: Bokmål, Nynorsk, English.
keys-long-address = Type the e-mail address that the letter goes to.
keys-long-code = The link as a QR code.
keys-long-body = What is sent in the requests' bodies.
keys-long-size = Send a file of another size, which is made up on the way.
keys-long-anew = Send a new file instead of going on with one, or the other way round.
keys-long-explain = All that is known of the finding.
keys-long-look-up = Explain a code, an error or a whole answer that you type or paste.
keys-long-token = Tell what is in the token that your integration would send, or in one that you paste.
keys-long-exchange = Have Altinn exchange the token, or show it as Maskinporten gives it.
keys-long-fetch = Get the token again.
keys-long-inspect = Type or paste a token, to have it read.
keys-long-help = This page.
keys-long-back = One screen back. Nothing typed and accepted is lost.
keys-long-new = To the ways to start.
keys-long-rename = Give the profile another name.
keys-long-find = Find by typing.
keys-long-remove = Remove the profile.
keys-long-reveal = Show what is typed.
keys-long-quit = Quit.
keys-long-leave = Save and quit, from anywhere.
keys-long-repaint = Paint the screen anew.
keys-long-suspend = Stop, as a job of the shell.
keys-long-pick-1 = We send files, at once.
keys-long-pick-2 = We receive files, at once.
keys-long-pick-3 = We own the service, at once.
keys-long-step = To step 1; 2 to 5 likewise.

cap-enter = Enter
cap-esc = Esc
cap-tab = Tab
cap-back-tab = Shift-Tab
cap-ctrl = Ctrl-{ $key }
cap-up = Up
cap-down = Down
cap-left = Left
cap-right = Right
cap-home = Home
cap-end = End
cap-page-up = PgUp
cap-page-down = PgDn
cap-backspace = Backspace
cap-delete = Delete

notice-renamed = The profile is now named { $name }.
notice-removed = { $name } is removed.
notice-filled = The sandbox has filled everything in. The checks run now.
notice-half-done = The sandbox has filled most in. The checks run now, and find something.
notice-stopped = Stopped. What was found is kept.
notice-copied = Copied: { $what }
notice-public-key-copied = The public key is copied. Paste it in the portal, in the key section of the client's page.
notice-letter-saved = The letter lies in { $path }
notice-letter-noted = Noted that it is sent today. The checks notice by themselves what is done about it.
notice-reminder-noted = The reminder is noted.
notice-no-noted = The answer is kept, and shown with what to do.
notice-mail-opened = The letter is open in your mail program. Enter once you have sent it.
notice-mail-not-opened = No mail program here. y copies the letter, s saves it.
notice-letter-copied = The message is copied, with its subject.
notice-link-opened = Opened: { $link }
notice-link-not-opened = No browser here. y copies the link: { $link }
notice-own-addresses = This profile has addresses of its own: tokens come from { $maskinporten } and go to { $platform }.
notice-paste-ignored = Nothing here takes pasted text, so it is ignored. Open an answer first, then paste.
notice-first-line-only = { $lines } lines were pasted; the first is used.
notice-several-fit = Several fit. Type the next letter.
notice-client-id-unusual = Client ids are UUIDs today. Some older ones are not, such as MOVE_IP_910075918: check that yours is complete.
notice-panicked = Something in the program broke at { $what }. What was saved is safe; c tries again.
notice-proposed-choice = The marked one is proposed: Enter takes it.
notice-proposed = This is proposed: Enter takes it. Ctrl-U clears the line for words of your own.
notice-saved-now = Everything is on disk now.
notice-still-checking = What comes next may change with these checks. Press Enter when they are done; c stops them.
notice-calls-copied =
    { $count ->
        [one] { $count } call is copied, without anything secret.
       *[other] { $count } calls are copied, without anything secret.
    }
notice-curl-copied = Copied as a curl command, without anything secret.
notice-curl-copied-with = Copied as a curl command, without anything secret. Before it can run, set { $variables }.
notice-other-word = That is not it. Type { $wanted } exactly so.
notice-not-taken = This is not taken. The line below it says why.
notice-unused = { $key } does nothing here.
notice-unused-help = { $key } does nothing here. ? shows the keys.
notice-not-known = Not known to this version.

## What comes next

next-label = Next
next-all = What is left to do
help-errand = Something that only a person can do, in a portal. The keys copy what is pasted there and open the page.

have-client-title = Maskinporten client
have-client-question = Do you have a Maskinporten client for this?
have-client-no = No, not yet
have-client-no-about = A key is made here for a new client. You then make the client in the self-service portal.
have-client-yes = Yes, I have its id
have-client-yes-about = You fill in its id, and say where its private key lies.

errand-make-client-title = Make the client in the self-service portal
errand-make-client-about = A client of { $owner } is made by a person with the right to the self-service portal. It takes ten minutes.
errand-make-client-1 = Copy the client's id from the portal, and press Enter here to paste it. The new key's id (kid) is { $kid }.
errand-make-client-after = A new client takes up to ten minutes to be known everywhere.

errand-add-scopes-title = Add the scopes to the client
errand-add-scopes-about = The client { $client } lacks scopes that this role needs.
errand-add-scopes-after = It takes effect within minutes. This page looks again by itself.

errand-compare-client-title = Compare the client with the portal
errand-compare-client-about = Maskinporten does not know this client, or not this key of it. If you made it a moment ago, it takes up to ten minutes.
errand-compare-client-1 = Compare the client's id with { $client } (y copies it).
errand-compare-client-2 = Compare the key's id (kid) in the key section with { $kid }.
errand-compare-client-after = Whatever differs is changed here: press Esc, select the answer, and press Enter.

errand-approve-title = Approve the system user
errand-approve-about = A person at { $party } with the role Access manager («Tilgangsstyrer») approves the request.
errand-approve-1 = Read what is asked for of { $party }, and approve it.
errand-approve-after = This page looks again by itself.
