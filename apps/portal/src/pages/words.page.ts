import { Controller, Get } from '@nestjs/common';
import { Public } from '#libs/platform/access';
import { page, type Result } from '#libs/platform/http';

/** Pages of words that every footer leads to. */
@Controller()
export class WordsPage {
  @Get('accessibility')
  @Public('the accessibility statement is for everybody')
  accessibility(): Result {
    return page('portal/words.njk', { name: 'accessibility' });
  }

  @Get('personal-data')
  @Public('what happens to personal data is for everybody')
  personalData(): Result {
    return page('portal/words.njk', { name: 'personalData' });
  }
}
