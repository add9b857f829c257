/** What people may ask about their own data. */
package nl.vliegwiel.platform.privacy;
