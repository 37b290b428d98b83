package io.jari.bench.chart;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a parser understands it; reports are written so that an XML parser does. */
public record Page(Document document) {

    public static Page of(String html) {
        try {
            var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return new Page(parser.parse(new InputSource(new StringReader(html))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + html, e);
        }
    }

    public String text() {
        return document.getDocumentElement().getTextContent();
    }

    public int count(String element) {
        return document.getElementsByTagName(element).getLength();
    }
}
