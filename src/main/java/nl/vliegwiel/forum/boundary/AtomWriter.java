package nl.vliegwiel.forum.boundary;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.vliegwiel.forum.persistence.ForumFeedQueries.Entry;
import nl.vliegwiel.platform.text.Texts;

/** Topics as an Atom feed (RFC 4287): what was asked; the answers are read where they stand. */
final class AtomWriter {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final URI publicUrl;
    private final Locale language;

    AtomWriter(URI publicUrl, Locale language) {
        this.publicUrl = publicUrl;
        this.language = language;
    }

    /** @param since as old as the feed is when there is nothing in it */
    byte[] write(UUID id, String name, Instant since, List<Entry> entries) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            out.writeAttribute("xml:lang", language.getLanguage());
            element(out, "id", "urn:uuid:" + id);
            element(out, "title", name);
            element(out, "updated", moment(entries.stream().map(Entry::lastPostAt).max(Instant::compareTo).orElse(since)));
            link(out, "alternate", publicUrl.resolve("/forum/index"));
            out.writeStartElement("author");
            element(out, "name", "Vliegwiel");
            out.writeEndElement();
            for (Entry entry : entries) {
                write(out, entry);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Bytes in memory can be written", e);
        }
    }

    private void write(XMLStreamWriter out, Entry entry) throws XMLStreamException {
        out.writeStartElement("entry");
        element(out, "id", "urn:uuid:" + entry.id());
        element(out, "title", entry.title());
        element(out, "published", moment(entry.createdAt()));
        element(out, "updated", moment(entry.lastPostAt()));
        link(out, "alternate", publicUrl.resolve("/forum/topic?id=" + entry.id()));
        out.writeStartElement("author");
        element(out, "name", entry.author() == null ? Texts.of(language, "topic.by.nameless") : entry.author());
        out.writeEndElement();
        for (String tag : entry.tags()) {
            out.writeEmptyElement("category");
            out.writeAttribute("term", allowed(tag));
        }
        element(out, "summary", Texts.of(language, entry.solved() ? "feed.entry.solved" : "feed.entry.open", entry.postCount() - 1));
        out.writeStartElement("content");
        out.writeAttribute("type", "html");
        out.writeCharacters(allowed(entry.html()));
        out.writeEndElement();
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String rel, URI address) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("href", address.toString());
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(allowed(text));
        out.writeEndElement();
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Without what XML 1.0 does not allow in any form. */
    private static String allowed(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }
}
