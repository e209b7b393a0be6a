### What comes next, in one line each. The reader acts, so each begins with what to do.

# Lines of any answer, choice, deed, letter or wait that has none of its own below.
answer = Fill in: { $field }
choose = Choose: { $field }
deed = { $deed }
wait = Wait for { $who }
wait-since = Wait for { $who }. Asked { $since }.
wait-asked-too-often = Wait until { $until }: Altinn was asked too often
wait-until = Wait for { $who }, until { $until }.

answer-organisation =
    { $role ->
        [service-owner] Fill in your organisation's number
       *[other] { $environment ->
            [tt02] Fill in the synthetic organisation that you test as
           *[other] Fill in your organisation's number
        }
    }
answer-client-owner =
    { $acting ->
        [for-customer] Fill in your own organisation's number, as the vendor
       *[other] Fill in which organisation owns the client
    }
answer-client-id = Fill in the id of your Maskinporten client
answer-client-key = Say where the client's private key is
answer-client-kid = Fill in the key's id (kid), as the portal shows it
answer-transfer-recipients = Fill in who is to receive a test file
answer-events-set_aside = Set events aside: without transfers of your own there are none
answer-events-endpoint = Fill in your webhook's address, or set events aside
answer-resource = Fill in the id of your resource, a new one or the one you have
answer-publish-title-nb = Say what the resource is called: a title is proposed
answer-publish-description-nb = Say what the resource is for
answer-publish-right_description-nb = Say what an approver gives the right to with the resource
answer-contact-email = Fill in the e-mail address to write to about the resource
answer-policy-owner_acts = Say whether your own organisation sends or receives too
answer-policy-admits = Say who may use the resource
answer-vendor-name = Fill in which vendor runs the system for you
answer-vendor-approved_on = Approve your vendor's request, and fill in the day
answer-vendor-transfer_seen_on = Ask your vendor for a test file, and fill in the day

choose-organisation = Choose an organisation of the sandbox
choose-resource =
    { $role ->
        [service-owner] Choose the resource that is yours
        [recipient] Choose the resource that you receive files from
       *[other] Choose the resource that you send files to
    }
choose-transfer-recipients = Choose who is to receive a test file
choose-system-id = Choose your system, as the system register has it
choose-events-by = Choose whether Altinn calls your webhook, or you ask Altinn
have-client = Say whether you have a Maskinporten client for this

portal-make-client = Make the client in the self-service portal and paste its id here
portal-add-scopes = Add the scopes to the client in the self-service portal
# The service desk was asked for them.
portal-add-scopes-asked = Add the scopes in the portal once the service desk grants them
portal-compare-client = Compare the client's id and key with the self-service portal
portal-approve =
    { $environment ->
        [tt02] Approve it yourself: open the link, log in with TestID
       *[other] Approve it yourself: open the link
    }

person-ask-scopes = Send the service desk the letter about your scopes
person-ask-access = Send the service owner the letter about access
person-ask-approver = Send the approver the link to approve
person-ask-counterpart =
    { $role ->
        [recipient] Ask a sender for a test file
       *[other] Ask a recipient to fetch the test file
    }

check = Run the checks
check-again = Do what it says about “{ $check }”, then check again
check-asked-again = Check again: “{ $check }” could not be asked

nothing = Nothing is left to do.
nothing-but-left-out = Nothing else is left to do. Check again without leaving anything out: only that shows whether you are ready.
line = Next: { $what }
