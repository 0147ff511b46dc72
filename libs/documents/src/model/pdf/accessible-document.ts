import PDFDocument from 'pdfkit';
import { PAGE } from './look.js';

const SYSTEM_NAME = 'Сприяння';

export interface DocumentFacts {
  title: string;
  language: 'uk' | 'en';
  issuedAt?: Date;
}

/**
 * A tagged PDF/UA-1 file: language, title in the window bar, a structure tree, and every mark on a page
 * either tagged or declared an artifact. The same content gives the same bytes.
 */
export class AccessibleDocument extends PDFDocument {
  private readonly facts: DocumentFacts;

  constructor(facts: DocumentFacts) {
    super({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/UA' as never, // known to pdfkit, not yet to its types
      tagged: true,
      lang: facts.language,
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      // The file identifier is made of this, so nothing here may depend on the moment of rendering.
      info: {
        Title: facts.title,
        Creator: SYSTEM_NAME,
        Producer: SYSTEM_NAME,
        CreationDate: facts.issuedAt ?? NO_DATE,
      },
    });
    this.facts = facts;
    if (!facts.issuedAt) delete this.info.CreationDate;
  }

  /** Called by pdfkit when the file ends. Its own version puts texts into the XML as they are. */
  _addInfo(): void {
    const { title, language, issuedAt } = this.facts;
    this.appendXML(
      `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
        ${issuedAt ? `<xmp:CreateDate>${issuedAt.toISOString().slice(0, 19)}Z</xmp:CreateDate>` : ''}
        <xmp:CreatorTool>${SYSTEM_NAME}</xmp:CreatorTool>
        <pdf:Producer>${SYSTEM_NAME}</pdf:Producer>
      </rdf:Description>`,
    );
  }

  /** A structure element under `parent`, or the root of the tree. */
  element(tag: string, parent?: Element, attributes?: Record<string, unknown>): Element {
    const element = this.struct(tag);
    if (attributes) dictionaryOf(element).A = attributes;
    if (parent) parent.add(element);
    else this.addStructure(element);
    return element;
  }

  /** What `paint` draws is read out as part of the element. */
  tagged(element: Element, paint: () => void): void {
    const content = this.markStructureContent(dictionaryOf(element).S);
    paint();
    this.endMarkedContent();
    element.add(content);
  }

  /** What `paint` draws is decoration and is not read out. */
  artifact(type: 'Pagination' | 'Layout', paint: () => void): void {
    this.markContent('Artifact', { type });
    paint();
    this.endMarkedContent();
  }

  async bytes(): Promise<Buffer> {
    this.end();
    const chunks: Buffer[] = [];
    for await (const chunk of this as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

export type Element = PDFKit.PDFStructureElement;

const NO_DATE = new Date(0);

/** pdfkit has no public way to set a structure element's attributes. */
function dictionaryOf(element: Element): { S: string; A?: Record<string, unknown> } {
  return (element as unknown as { dictionary: { data: { S: string; A?: Record<string, unknown> } } }).dictionary.data;
}

function xml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
