/** What a feature gives so that its things are found; the search asks every source, a feature never knows the search (rule A6). */
package nl.vliegwiel.platform.search;
