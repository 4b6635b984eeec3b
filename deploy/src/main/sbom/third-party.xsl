<?xml version="1.0" encoding="UTF-8"?>
<!-- From the CycloneDX bill of materials to a list people read: every library with its licence. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:b="http://cyclonedx.org/schema/bom/1.6" exclude-result-prefixes="b">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/">
    <xsl:text># Third-party libraries&#10;&#10;Greenpark itself is under the Apache License 2.0 (LICENSE). It comes with these libraries, each in its own jar&#10;below lib/, with its licence and notices inside; greenpark.cdx.json has the same list for machines.&#10;&#10;| library | version | licence |&#10;| --- | --- | --- |&#10;</xsl:text>
    <xsl:for-each select="/b:bom/b:components/b:component[b:group != 'io.greenpark']">
      <xsl:sort select="concat(b:group, ':', b:name)"/>
      <xsl:value-of select="concat('| ', b:group, ':', b:name, ' | ', b:version, ' | ')"/>
      <xsl:for-each select="b:licenses/b:expression | b:licenses/b:license">
        <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
        <xsl:value-of select="normalize-space(concat(b:id, b:name, self::b:expression))"/>
      </xsl:for-each>
      <xsl:if test="not(b:licenses/*)"><xsl:text>see its jar</xsl:text></xsl:if>
      <xsl:text> |&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
