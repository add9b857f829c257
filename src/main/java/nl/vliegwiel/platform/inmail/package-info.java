/**
 * Mail that people send to the product. Fetched from one mailbox (IMAP) when that is configured; what is for nobody's program, sent
 * by a program, or not from who may use the address is left alone. Each mail does its deed once, whatever node fetches it.
 */
package nl.vliegwiel.platform.inmail;
