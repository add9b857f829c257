/** What libraries owe each other for hours that both agreed to: cost price and nothing above it, open to both (R2, R6). */
package nl.vliegwiel.flexpool.domain.settlement;
