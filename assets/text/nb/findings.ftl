
transfer-test-waits = en testfil fra { $sender } venter på å bli hentet
    .cause = Formidling { $transfer } har merket til en test.
    .fix = Hent den og bekreft den.
