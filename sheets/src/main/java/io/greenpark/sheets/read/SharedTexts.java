package io.greenpark.sheets.read;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells of a workbook share, by number. */
final class SharedTexts {
    private final List<String> texts = new ArrayList<>();
    private long length;

    void read(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        while (XlsxParts.nextElement(xml)) {
            if (xml.getLocalName().equals("si")) {
                String text = text(xml, "si");
                length += text.length();
                if (length > Bounds.MOST_TEXT) {
                    throw new RefusedFile(ReadMessages.unpacksTooLarge());
                }
                texts.add(text);
            }
        }
    }

    /** A text, which may be made of runs in several fonts; how it is to be pronounced is no part of it. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException, RefusedFile {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean spoken = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.getLocalName().equals("t");
                spoken = spoken || xml.getLocalName().equals("rPh");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                if (xml.getLocalName().equals("rPh")) {
                    spoken = false;
                } else if (xml.getLocalName().equals(element)) {
                    return text.toString();
                }
            } else if (xml.isCharacters() && inText && !spoken) {
                text.append(xml.getText());
            }
        }
        throw new RefusedFile(ReadMessages.brokenWorkbook());
    }

    String get(String number) throws RefusedFile {
        int at = Integer.parseInt(number.strip());
        if (at < 0 || at >= texts.size()) {
            throw new RefusedFile(ReadMessages.brokenWorkbook());
        }
        return texts.get(at);
    }
}
