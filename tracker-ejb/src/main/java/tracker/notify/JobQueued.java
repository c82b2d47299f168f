package tracker.notify;

/** Something is to be sent, in the transaction that it is fired in. */
record JobQueued() {}
