package dev.bulkhead.libvirt;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element of a libvirt document, or the absence of one: what is not there has no children, no attributes and no text, so that a
 * document of another version leaves a gap instead of a fault.
 */
final class XmlNode {

    /** In characters. Libvirt's own limit for a document on the wire is 16 MiB. */
    private static final int LONGEST_DOCUMENT = 8 * 1024 * 1024;

    private static final XmlNode ABSENT = new XmlNode(null);
    private static final DocumentBuilderFactory PARSERS = parsers();

    private final @Nullable Element element;

    private XmlNode(@Nullable Element element) {
        this.element = element;
    }

    /**
     * The root of a document.
     *
     * @throws UnreadableXmlException when it is too long, not well-formed, or declares a document type
     */
    static XmlNode parse(String document) {
        if (document.length() > LONGEST_DOCUMENT) {
            throw new UnreadableXmlException("the document has " + document.length() + " characters");
        }
        try {
            DocumentBuilder parser;
            synchronized (PARSERS) {
                parser = PARSERS.newDocumentBuilder();
            }
            parser.setErrorHandler(new DefaultHandler());
            return new XmlNode(
                    parser.parse(new InputSource(new StringReader(document))).getDocumentElement());
        } catch (SAXException | IOException unreadable) {
            throw new UnreadableXmlException("the document is not well-formed", unreadable);
        } catch (ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The root of a document; what cannot be read is not there. */
    static XmlNode parseOrAbsent(String document) {
        try {
            return parse(document);
        } catch (UnreadableXmlException unreadable) {
            return ABSENT;
        }
    }

    /** The first child of that name. */
    XmlNode child(String name) {
        if (element != null) {
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element child && child.getTagName().equals(name)) {
                    return new XmlNode(child);
                }
            }
        }
        return ABSENT;
    }

    List<XmlNode> children(String name) {
        List<XmlNode> children = new ArrayList<>();
        if (element != null) {
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element child && child.getTagName().equals(name)) {
                    children.add(new XmlNode(child));
                }
            }
        }
        return children;
    }

    boolean exists() {
        return element != null;
    }

    /** "" when it is not there. */
    String attribute(String name) {
        return element == null ? "" : element.getAttribute(name);
    }

    /** "" when it is not there. */
    String text() {
        return element == null ? "" : element.getTextContent().strip();
    }

    private static DocumentBuilderFactory parsers() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A document that cannot be read. */
    static final class UnreadableXmlException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableXmlException(String message) {
            super(message);
        }

        UnreadableXmlException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
