export { createPortal } from './portal.js';
export { HttpModule } from './http.module.js';
export { Ctx, CurrentSession } from './request-context.js';
export type { PortalRequest } from './request-context.js';
export { Visitors } from './visitors.port.js';
export type { Identified } from './visitors.port.js';
export { PageFrame } from './page-frame.port.js';
export type { Frame, NavItem } from './page-frame.port.js';
export { RefusalNotes } from './refusal-notes.port.js';
export type { RefusalNote } from './refusal-notes.port.js';
export { download, page, seeOther, SESSION_COOKIE } from './results.js';
export type { PageModel, Result } from './results.js';
export { handleForm, readForm } from './handle-form.js';
export { handleUpload } from './handle-upload.js';
export type { FailedForm, FormBody } from './failed-form.js';
export {
  DayField,
  KyivMomentField,
  MoneyField,
  OneOfField,
  TextField,
  TickField,
  Typed,
  WholeNumberField,
} from './form-fields.js';
export { readMultipart, readUpload, UPLOAD_MAX_BYTES } from './multipart.js';
export type { UploadedFile } from './multipart.js';
export { NOT_FOR_ROBOTS } from './published.js';
export { ParseId } from './parse-id.js';
export { Paging } from './paging.js';
export { choicesOf, defineList } from './lists/list-shape.js';
export type { Choice, Column, Filter, ListShape, Words } from './lists/list-shape.js';
export { AskedList } from './lists/asked-list.js';
export type { RowFinder } from './lists/asked-list.js';
export { LIST_ROWS_MAX, NOTHING } from './lists/list-model.js';
export type { Found } from './lists/list-model.js';
export { csvLines, spreadsheetOf, SPREADSHEET } from './lists/list-files.js';
export { Listed } from './lists/listed.js';
export { isOwnAffair } from './access.guard.js';
export { routeCensus } from './census.js';
export { autosave, isAutosave, type Autosaved } from './autosave.js';
