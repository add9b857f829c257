/** The frame of the pages: language, menu, notices, addresses, assets and what the tags need. */
package nl.vliegwiel.platform.web;
