package io.greenpark.sheets.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook, unpacked as they are read and no further than its bound. */
final class XlsxParts {
    private final ZipDirectory directory;
    private long unpacked;

    XlsxParts(byte[] file) throws RefusedFile {
        this.directory = new ZipDirectory(file);
    }

    /** Reads the XML of a part. */
    @FunctionalInterface
    interface PartReader {
        void read(XMLStreamReader xml) throws XMLStreamException, RefusedFile;
    }

    /** Reads a part, if it is there. */
    void read(String name, PartReader reader) throws RefusedFile {
        try (InputStream packed = directory.open(name)) {
            if (packed != null) {
                readXml(new Counted(packed), reader);
            }
        } catch (TooMuch e) {
            throw new RefusedFile(ReadMessages.unpacksTooLarge());
        } catch (IOException e) {
            throw new RefusedFile(ReadMessages.brokenWorkbook());
        }
    }

    private static void readXml(InputStream part, PartReader reader) throws RefusedFile, TooMuch {
        XMLStreamReader xml = null;
        try {
            xml = factory().createXMLStreamReader(part);
            reader.read(xml);
        } catch (XMLStreamException | NumberFormatException | ArithmeticException e) {
            if (e instanceof XMLStreamException broken && broken.getNestedException() instanceof TooMuch tooMuch) {
                throw tooMuch;
            }
            throw new RefusedFile(ReadMessages.brokenWorkbook());
        } finally {
            close(xml);
        }
    }

    private static void close(@Nullable XMLStreamReader xml) {
        if (xml != null) {
            try {
                xml.close();
            } catch (XMLStreamException e) {
                // It holds nothing but memory.
            }
        }
    }

    /** Of the Java that runs this: no entities, no document types, nothing fetched. Not shared, as it is not thread-safe. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** The next element that begins; empty at the end. A document type is no part of a workbook. */
    static boolean nextElement(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new RefusedFile(ReadMessages.brokenWorkbook());
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Counts what is unpacked. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            unpacked += Math.max(0, read);
            if (unpacked > Bounds.MOST_UNPACKED) {
                throw new TooMuch();
            }
            return read;
        }
    }
}
