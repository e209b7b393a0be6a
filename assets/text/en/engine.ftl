### What the engine says: why something could not be opened, saved or done. Every front shows these lines.

no-folder = This system names no folder to keep things in. Set BROKER_SETUP_HOME to one.
profile-missing = There is no profile named { $name }. The profiles are: { $names }.
profile-missing-alone = There is no profile named { $name }; there are none yet. Run: broker-setup profile new { $name } --role sender --environment sandbox
profile-name = { $name } cannot be a profile's name: letters, digits, space, dot, hyphen and underscore, at most 40.
profile-taken = There is already a profile named { $name }.
profile-broken = { $name } could not be read. It is kept as { $path }; nothing of it is lost.
profile-foreign = { $name } is not a profile of broker-setup. It is left alone.
profile-newer = { $name } was written by a newer version of broker-setup. It is left alone.
keys-moved = The keys that were made for it are kept, in { $path }.
keys-not-moved = The keys that were made for it are still in { $path }: { $reason }
profile-unreadable = { $name } could not be read: { $path }: { $reason }
file-missing = There is no file { $path }.
file-not-regular =
    { $kind ->
        [folder] { $path } is a folder. Name a file.
        [pipe] { $path } is a named pipe. Put a file in its place.
        [terminal] { $path } is a terminal. Name a file, or let a command write into a pipe.
        [socket] { $path } is a socket. Name a file.
       *[device] { $path } is a device. Name a file.
    }
file-leads-nowhere = { $path } is a link to { $target }, where there is nothing. Put the file there, or remove the link.
file-too-large = { $path } is larger than { $limit }. Nothing that broker-setup reads is; name another file.
file-took-too-long = { $path } did not end within { $seconds } seconds. Name a file, or let a command write into the pipe at once.
answers-replaced = Changed by another program too, and replaced by your answer: { $answers }.
answers-taken = Another program has changed: { $answers }. Before that it was: { $earlier }.
no-answers = Neither --profile nor --answers was given, and no profile was opened before. Run: broker-setup check --profile NAME
no-role = The role is missing. Give --role sender, --role recipient or --role service-owner, or write it in the answers file.
using-last = Using the profile { $name }, which was opened last.
answers-unreadable = { $path } cannot be read: { $reason }
answers-syntax = this is not TOML: { $reason }
answers-not-text = { $path } is not text. An answers file is TOML, written with any text editor, one answer a line: role = "sender"
answers-other-format = this is { $format }; an answers file is TOML, one answer a line: role = "sender"
answers-unquoted = this is not TOML: the value of { $key } has no quotes. Write { $key } = "…".
answers-curly-quotes = this is not TOML: the quotes of { $key } are curly ones. Write { $key } = "…", with the straight quotes of the keyboard.
answers-backslash = this is not TOML: between double quotes a backslash stands for something else. Write { $key } = '…', with single quotes.
answers-no-equals = this is not TOML: { $key } has no equals sign. Write { $key } = "…".
answers-version = this file is of version { $version }; this program reads version 1.
answer-unknown = { $key } is not an answer. The answers are listed by: broker-setup check --help
answer-unknown-near = { $key } is not an answer. One close to it: { $close }.
answer-shape = { $key } is a { $kind }; a text was expected.
environment-incomplete = an environment of your own has platform and maskinporten.
in-file = { $file }, line { $line }
address-plain-http = Nothing was sent: the address { $name } is plain http, and secrets are sent over https only. Write { $meant } instead.
address-retired = Nothing was sent: the address { $name } names { $host }, which is from older guides. Write { $meant } instead.
address-meant = Nothing was sent: the address { $name } is not a base address. Write { $meant } instead.
address-unusable = Nothing was sent: the address { $name } is not a base address: { $address }
not-saved = Not saved: { $path }: { $reason }.
not-saved-hangs = Not saved: the disk has not answered within { $seconds } seconds.
not-saved-locked = Not saved: another program is changing what is in { $path }, and has not ended within 5 seconds.
state-broken = Something kept could not be read. It lies in { $path } now; the checks begin anew.
state-newer = Not saved: what is kept of this connection was written by a newer version of broker-setup.
settings-broken = The settings could not be read. They lie in { $path } now; what you chose just now is kept.
sandbox-not-running = The sandbox is not running.
sandbox-listen = The sandbox did not start: it cannot listen on { $address }: { $reason }
sandbox-not-loopback = The sandbox did not start: { $address } is not an address of this machine alone.
sandbox-served = The sandbox did not start: another process has its world, and does not answer yet.
sandbox-world = The sandbox did not start: its world cannot be kept: { $reason }
sandbox-world-newer = The sandbox did not start: a newer version of broker-setup wrote its world, which is left alone. Use that version, or begin a new world with: broker-setup sandbox --fresh
sandbox-world-broken = Something kept could not be read. It lies in { $path } now; the sandbox has a new world.
sandbox-keys = The sandbox's keys cannot be kept: { $reason }
sandbox-answer = The sandbox's answer for { $field } is not one that this version accepts.
faults-no-answer = The sandbox was not asked how it misbehaves: { $host } does not answer.
faults-refused = The sandbox was not asked how it misbehaves: it refused with { $status }.
faults-foreign = The sandbox was not asked how it misbehaves: { $host } is no sandbox.
faults-local = The sandbox was not asked how it misbehaves: stopped on this machine: { $reason }
receiver-listen = The receiver did not start: it cannot listen on { $address }: { $reason }
not-known = Not known to this version.

key-unusable = The private key cannot be read, so its public half cannot be copied. The check of the private key says why.
