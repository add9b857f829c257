/**
 * Messages that leave the product: written in the transaction of the deed, sent after its commit.
 *
 * At least once: a node that dies between the mail server's yes and our own note sends again, under the same
 * Message-ID, by which mail programs know a double. Two nodes never hold the same message at one time.
 */
package nl.vliegwiel.platform.outbox;
