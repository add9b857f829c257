/** What a lender agreed beforehand about releasing its people: how much, when not, how soon, and to whom always. */
package nl.vliegwiel.flexpool.domain.release;
