### The journey as lines and questions. Each line is heard on its own: it is a sentence, and names nothing by where it stands.

welcome = broker-setup connects your organisation to Altinn Broker. You can type a word in place of any answer. Type help to have the question explained, or back for the question before. Type later to go on without it, or quit to end.
commands = Type guide to hear the guide of this step, or left to hear all that is left to do. Type back for the question before, later to go on without this one, or quit to end. Nothing that was answered is lost.

# The words that are no answers. English is always understood too.
command-help = help
command-guide = guide
command-left = left
command-back = back
command-later = later
command-quit = quit
command-aside = aside
command-no = no
command-remind = remind
command-write = write
command-sent = sent
command-save = save
command-to = to
command-mailto = mailto
command-contact = contact
command-size = size
command-anew = anew
command-same = same
command-fill = fill
command-all = all

no-guide = A guide begins once you have chosen a role.
none-left = What is left to do is known once you have chosen a role.
no-earlier = There is no question before this one.
nothing-kept = Ended. Nothing was asked that had to be kept.
parting = Ended. Everything you answered is kept in the profile { $name }. Go on with: { $command }

## Choosing and typing

pick = Type a number from 1 to { $count }.
pick-default = Type a number from 1 to { $count }. Enter alone takes { $default }.
which-question = Your choice
choices =
    { $count ->
        [one] Type its number, or another value.
       *[other] Type a number from 1 to { $count }, or another value.
    }
choices-one = Type 1 to take it, or another value.
choices-more =
    { $count ->
        [one] There is one more. Type a number, or a part of a name to hear only those that fit.
       *[other] There are { $count } more. Type a number, or a part of a name to hear only those that fit.
    }
example = For example { $value }
stands = Enter alone keeps the answer as it is: { $value }
proposed = Enter alone takes what is proposed: { $value }
may-be-left-out = Enter alone leaves it as it is: { $value }.
without-an-answer = Without an answer: { $value }.
also-as = The answer is kept as { $field }. In a command you give it with { $flag }.
kept = Kept. { $field }: { $value }
kept-as-proposed = Kept.
aside = Type aside to set this step aside instead.
aside-offered = neither for now: set this step aside

## The start

which-profile =
    { $known ->
        [0] Where do you want to begin?
       *[other] Go on with a profile, or begin a new one.
    }
role-question = Your role
name = A name for the profile. Enter alone takes what is proposed: { $value }
name-question = Name
made = The profile { $name } is made. Each answer is kept at once.
fill-nothing = Go the whole way, as for test and production. The sandbox plays the portal, the service desk and the approver.
fill-explained = With answers filled in you see in a minute how it looks when it works. The whole way shows what each part needs.

## What comes next

step = Step { $number } of 5: { $step }.
left-count =
    { $count ->
        [0] Nothing is left to do.
        [one] One thing is left to do.
       *[other] { $count } things are left to do, in this order.
    }
all-put-off = You have put off everything that is left.
enter-begins-again = Enter begins with the first of them again
checking = Checking.
still-checking = Still checking: { $done } of { $all } are done.
result = { $check }: { $verdict }.
unchanged = Nothing has changed.
enter-checks = Enter checks now

## Deeds

agree = Type yes to do it, or no to leave everything as it is.
agree-size = Type size and a size, such as size 40 MiB, to send a file of that size.
agree-anew = Type anew to send a new file instead of going on with one, or the other way round.
agree-question = Yes or no
meant-name = This is production. Type the profile's name, { $wanted }, to say that you mean it.
meant-id = This was made elsewhere, not by this program. Type { $wanted } to say that you mean it.
meant-question = Type it
requests =
    { $count ->
        [0] No request is sent.
        [one] One request is sent:
       *[other] { $count } requests are sent:
    }
percent = { $percent } per cent

## Letters

letter-to-nobody = To { $receiver }. No address is known: type to and an e-mail address to name one.
letter-subject = Subject: { $subject }
letter-ends = The letter ends here. This program sends nothing.
letter-sent = Send it yourself, then type sent.
letter-words = Type save to write it to a file, or save and the name of a file. Type nb, nn or en to hear it in another language. Type to and an e-mail address to change where it goes. Type contact to say whom the receiver can reply to, or mailto for a link that opens it in a mail program.
letter-question = Sent

## Errands to a portal

public-key = The public key, on one line:
scopes = The scopes that the client needs, one on each line:
page = The page:
enter-when-done = Enter when it is done
compare-question = What differs
compare-same = nothing: all is the same there
errand-make-client-1 = Copy the client's id from the portal: it is asked for here next. The new key's id (kid) is { $kid }.
errand-make-client-after = A new client takes up to ten minutes to be known everywhere.
errand-add-scopes-after = It takes effect within minutes.
errand-compare-client-1 = Compare the client's id with { $client }.
errand-compare-client-2 = Compare the key's id (kid) in the key section with { $kid }.
errand-compare-client-after = Say what differs, and fill it in again here.
errand-approve-1 = Read what is asked for of { $party }, and approve it.

## Waiting

looks-again = The program asks Altinn again by itself, the next time at { $at }.
enter-looks = Enter looks now
wait-asked = Type remind for a reminder to send, or no if they have said no.
wait-unasked = Type the word write for the message to send, or no if they have said no.
no-explained = The reason is kept, and shown with what to do.
