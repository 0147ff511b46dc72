import { Global, Module } from '@nestjs/common';
import { EditTextPage } from './pages/edit-text.page.js';
import { InformationPagesPage } from './pages/information.page.js';
import { TextsPage } from './pages/texts.page.js';
import { InformationPages } from './queries/information.js';
import { ListTexts } from './queries/list-texts.js';
import { TextForEditingQuery } from './queries/text-for-editing.js';
import { WordsInForce } from './queries/words-in-force.js';
import { EditText } from './use-cases/edit-text.js';

@Global()
@Module({
  controllers: [TextsPage, EditTextPage, InformationPagesPage],
  providers: [WordsInForce, InformationPages, ListTexts, TextForEditingQuery, EditText],
  exports: [EditText],
})
export class WordsModule {}
