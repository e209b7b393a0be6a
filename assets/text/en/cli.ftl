### The command line and the reports.

report-checked = checked { $at }

said-nothing-found = Nothing has been checked yet. Run: { $command }
said-progress = checking { $check } ({ $done } of { $all })
said-listening = Only this machine reaches this address: Altinn needs a tunnel to it. Ctrl-C stops it.
said-listening-keeps-nothing = Events are only shown. To keep them, name the connection: --profile NAME or --answers FILE.
said-listening-public = Altinn reaches it at { $url }, as long as that leads to this machine. Ctrl-C stops it.
said-endpoint-kept = The address is kept as your webhook. Subscribe it next: { $command }
said-polling = Asking Altinn for events. Each shows half a minute after it happened. Ctrl-C stops it.
said-polling-proves-nothing = Step 5 is proven by your webhook for now. Choose there that you ask Altinn, and what comes here proves it.
said-confirm = Go on? [y/N]{ " " }
said-takes = This answers file takes what is yours and names itself where it goes: { $what }. It goes to { $whom }. Agree only if you know who wrote the file. You are not asked again until the file changes.
said-taken = { $label } ({ $from })
said-own-addresses = This environment has addresses of its own: tokens are asked for at { $maskinporten } and sent to { $platform }.
said-own-admin = Tokens for the clients' administration are sent to { $admin }.
said-yes = yes
said-password = The private key is protected. Its password (not shown, never kept):{ " " }
said-password-wrong = That password does not open it. Again:{ " " }
said-confirm-id = This was made elsewhere, not by this program. Type { $id } to go on:{ " " }
said-add-answer = Add this line to your answers file: { $line }
said-remove-answer = Remove this line from your answers file: { $line }
said-letter-to = To { $to }, { $receiver }:
said-letter-to-page = To { $receiver }; the Resource Registry names { $to } as the contact:
said-letter-to-nobody = To { $receiver }; --to ADDRESS names the address for a mail program:
said-letter-saved = The letter lies in { $path }
said-journal-empty = Nothing has been made yet.
said-confirm-name = This is production. Type { $name } to go on:{ " " }
said-removed = Removed { $name }.
said-made = Made { $name }: { $path }
said-opened-next = { $name } is the profile used from now on.
said-nothing-done = Nothing was done.
said-not-kept = What is not saved is lost. Make room or let your user write there, then do it again.
said-no-profiles = There are no profiles yet. Run: { $command }

arrival-validation = { $at }  Altinn validated the webhook.
arrival-validation-of = { $at }  Altinn validated the webhook of subscription { $subscription }.
arrival-event = { $at }  { $kind }  event { $id }
arrival-event-about = { $at }  { $kind }  transfer { $transfer }  event { $id }
arrival-event-not-kept = { $at }  Event { $id } came and could not be kept. Altinn was told, and sends it again.
arrival-refused = { $at }  Refused with { $status }: it was no event.
arrival-received-test = Received: resource and organisation are yours, and it is about your test transfer.
arrival-received = Received: resource and organisation are yours. It is about another transfer than your latest test.
arrival-other-resource = It is about another resource: { $given }
arrival-other-party = It is for another organisation: { $given }
arrival-other-type = It is of a type that you do not wait for: { $given }
arrival-no-transfer = It names no transfer.
forwarded-answered = Your application answered { $status } to { $id } ({ $took }).
forwarded-unanswered = Your application did not answer { $id }: { $reason }
waits-subscription = Subscribe, so that Altinn sends events here: { $command }
waits-transfer = No event yet: only a transfer makes one, and none has gone since.
waits-next-try = No event yet. Next try at most in { $left }; nothing sure before { $until }.
waits-another = No event came of the last transfer. Send one more test.

problem-before-command = --env and --profile before { $command } belong to the wizard. Write --profile after { $command }.
problem-no-terminal = There is no terminal to show the wizard on. Without one, run: { $command }
problem-check-unknown = { $check } is not a check. The checks of a { $role } are: { $checks }.
problem-needs-yes = There is no terminal to ask on. Add --yes once you have read what would be done; --dry-run shows it.
problem-needs-trust = Nothing was sent. This answers file takes what is yours and names itself where it goes: { $what }. It would go to { $whom }. If you know who wrote the file, add --trust-answers; on a terminal you are asked instead.
problem-needs-confirm = This is production. Add --confirm { $organisation } to say that you mean it.
problem-needs-confirm-unknown = This is production, and the organisation is not filled in: nothing is done.
problem-confirm-differs = --confirm names { $given }, and the organisation is { $organisation }: nothing was done.
problem-needs-confirm-id = This was made elsewhere, not by this program. Add --confirm-id { $id } to say that you mean it.
problem-confirm-id-differs = --confirm-id names another id than { $id }: nothing was done.
problem-public-url = Give an https address that leads to this machine, instead of { $url }.
problem-forward-to = Give the address of your application as http or https, instead of { $url }.
problem-replay-none = No event has been kept yet. Listen for one first: broker-setup listen
problem-replay-unknown = Name an event that was kept: { $known }. There is none with the id { $id }.
problem-replay-not-whole = Event { $id } was too long to be kept whole. Name another one.
problem-no-entry = The journal has no entry { $id }. Run: broker-setup journal
problem-entry-of-other = Entry { $id } belongs to another organisation, role or environment than this profile. Name the right one with --profile.
problem-needs-deed = Name a deed. They are: { $deeds }.
problem-letter-file-taken = { $path } is there already and holds something else. Name another file with --save.
problem-letter-not-saved = The letter could not be written to { $path }: { $reason }
problem-log = The log { $path } cannot be written: { $reason }
problem-nothing-to-explain = Name what to explain: a code, a text, a check or an answer. A text can also be piped in.
problem-input = Standard input could not be read: { $reason }
problem-trace = The trace { $path } cannot be written: { $reason }
problem-trace-taken = { $path } is there already and is no trace of this program. Name another file with --trace.
problem-system = This program could not start: { $reason }
problem-output = The output could not be written: { $reason }

help-about = Connects an organisation to Altinn Broker, Norway's managed file transfer between organisations, and proves it. Without a command it opens the wizard.
help-answers-heading = Answers (each is also a line in an answers file)
help-checks-heading = Checks:
help-after =
    Exit codes: 0 it is ready, or what was asked of it is in order; 1 something has to be done or waited for; 2 called wrongly; 3 something could not be asked, or it is not ready; 4 something is not on disk that should be; 130 interrupted.
    Profiles hold references to secrets, never a secret: file:PATH, env:NAME, cmd:PROGRAM ARGUMENTS.

help-arg-env = The environment to start in
help-arg-profile = The profile to use
help-arg-answers = A TOML file with the answers; a file: in it is relative to it
help-arg-trace = Writes each call to a service to this file as a line of JSON, without secrets
help-arg-format = How the result is written
help-arg-log = Write a log to this file, which only you can read; it holds no secret
help-arg-language = The language you are spoken to in; else that of your settings, else that of the locale
help-arg-ids = Only these checks, with what they need; all of them if none is named
help-arg-deed = What to do; --list tells what there is
help-arg-list = List what can be done
help-arg-dry-run = Show what would be done, and do nothing
help-arg-trust-answers = Let the answers file take secrets and files from outside its folder, and send them to addresses that it names itself
help-arg-yes = Do not ask first
help-arg-confirm-id = For a thing that was made elsewhere: its id, to say that you mean it
help-undo-id = The entry's id, as the journal lists it
help-arg-confirm = For production: the organisation number, to say that you mean it
help-arg-file = The file to send, instead of 64 KiB that are made up
help-arg-size = The size of the file to make up and send, such as 200MB or 1GiB; it takes no room on the disk
help-arg-anew = Begin a new transfer, although one that was begun could go on
help-arg-wait = How long to wait for a file that is not there yet, such as 30m; 10 minutes if not given, 0s not to wait
help-arg-prove-refusal = Then try to fetch the file with the right to send alone, which must be refused; in the sandbox only
help-arg-transfer = The transfer to fetch although it is not a marked test
help-arg-no-confirm = Leave the fetched file unconfirmed: its sender is not told, and Altinn keeps it
help-arg-letter-language = For a letter: the language of its receiver
help-arg-to = For a letter: the mail address that it goes to
help-arg-save = For a letter: write it to this file too
help-arg-mailto = For a letter: print the link that opens it in a mail program
help-arg-remind = For a letter that was sent: write a reminder
help-arg-said-no = For a letter that was sent: the receiver has said no, for this reason
help-arg-subscription = The subscription that is to go, by its number; else one that this program made
help-arg-add = Who comes on the access list: organisation numbers, separated by commas
help-arg-remove = Who is taken off the access list: organisation numbers, separated by commas
help-arg-kid = The key that is to go, by its key id; else the one that ends first
help-arg-listen = The address to listen on, such as 127.0.0.1:4711; it must be of this machine
help-arg-secret = The last part of the address, which only the subscription knows; made up if left out
help-arg-public-url = The address under which Altinn reaches this machine, such as that of a tunnel; a random part is added once and kept
help-arg-forward-to = Send each event on to this address of your own application, and show what it answers
help-arg-poll = Ask Altinn for events instead of waiting to be called: nothing has to be opened in a firewall
help-arg-replay = Send an event that was kept on once more; last is the latest
help-arg-json = Print one line of JSON with every base address once it listens
help-arg-name = The profile's name

help-command-check = Runs the checks and says what is in order, what is not, and who must do what
help-command-status = Tells how far a profile has come by its last findings; asks nobody
help-command-plan = Shows who does what and how long it takes, before you begin; asks nobody
help-command-do = Does something for you, shown before it is done
help-command-sandbox = Runs a local Maskinporten and Altinn, as strict as the services themselves
help-command-journal = Lists what has been made, where, and whether it can be taken back
help-command-undo = Takes back an entry of the journal
help-command-listen = Receives events on this machine and shows them
help-command-profile = Lists, shows, makes, chooses and removes profiles
help-command-profile-list = Lists the profiles with their readiness
help-command-profile-show = Shows the answers of a profile; secrets are references
help-command-profile-use = Makes a profile the one that is used when none is named
help-command-profile-remove = Removes a profile and what is kept of its connection
help-command-profile-new = Makes a profile from flags

## Keys

key-form = key
key-kid = key id (kid)
key-thumbprint = thumbprint
key-made = made
key-posted = added to the client
key-ends = ends
key-unknown = not known: the day it was added to the client is not filled in
key-has-ended = The key has ended: Maskinporten takes it no longer since { $ends }.
key-ends-soon =
    { $days ->
        [one] The key ends in { $days } day, on { $ends }. Add a new one beside it: { $command }
       *[other] The key ends in { $days } days, on { $ends }. Add a new one beside it: { $command }
    }
key-ends-later = The key ends in { $days } days, on { $ends }.
key-end-unknown = Nobody knows when the key ends: fill in the day it was added to the client.
key-event = The key { $kid } of the Maskinporten client ends
key-event-about = Add a new key beside it before that day, for { $organisation }: { $command }
said-calendar = The calendar file lies in { $path }
problem-calendar = The calendar file { $path } cannot be written: { $reason }

help-command-explain = Tells what a code, a pasted error, a check or an answer means; asks nobody
help-explain-what = A code in any spelling (mp200, BRO-6), the text of an error, a check or an answer; - reads standard input
help-explain-list = Lists everything that can be explained
help-command-key = Tells what the client's key is and when it ends; changes nothing
help-command-key-show = Tells the key's kind, size, key id, thumbprint and days; nothing of the private half
help-command-key-check = Tells whether the key ends soon: exit code 1 if so, 3 if nobody knows
help-arg-expires-in = How soon is soon, such as 30d
help-arg-ics = Write a calendar file with the day the key ends, and reminders 60, 30 and 7 days before

## The journal

journal-entry = { $id }  { $at }  { $deed }: { $state }
journal-made = { $made } in { $place }, { $environment }, for { $organisation }
journal-kept = What was there before is kept in { $path }
journal-can-be-undone = Take it back with: broker-setup undo { $id }
journal-state-begun = begun, not known whether it was done
journal-state-done = done
journal-state-refused = refused
journal-state-undone = taken back
journal-place-this-machine = this machine
journal-place-maskinporten = Maskinporten
journal-place-authentication = Altinn's system register
journal-place-resource-registry = Altinn's Resource Registry
journal-place-broker = Altinn Broker
journal-place-events = Altinn Events
journal-place-letter = a letter
journal-reason = They said no: { $reason }

## check: its list, looking again, leaving out, metrics

check-needs = after { $checks }
check-roles = for: { $roles }
said-looks-again = { $standing }. Looks again at { $at }. Ctrl-C ends it.
said-wait-over = It is not ready after { $waited }.
said-wait-people = Nothing that is left comes by itself: somebody has to act first.
problem-skip-reason = Say why { $check } is left out: --skip { $check }="reason"
problem-skip-named = { $check } is asked for by name and left out by --skip. Choose one of the two.
problem-list-format = The list of checks is written as text or as json.
problem-watch-format = What --watch sees is written as text, or as json with one document a line.
problem-metrics = The metrics could not be written to { $path }: { $reason }
help-check-list = List the checks: what each asks, and which others come before it; asks nobody
help-arg-skip = Leave a check out of this run, for this reason; what is left out is not proven, so it is not ready
help-check-wait = Look again until it is ready, or until somebody has to act; at most so long, such as 30m
help-arg-watch = Look again and again until Ctrl-C
help-arg-strict = A remark counts as something to do: exit code 1
help-arg-metrics = Write the result to this file for Prometheus' textfile collector. A new file is yours alone; one that is there keeps its mode
