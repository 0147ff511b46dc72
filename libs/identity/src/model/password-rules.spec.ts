import { passwordProblem } from './password-rules.js';

const code = (password: string, email = 'o.kravets@masscom.example') =>
  passwordProblem(password, email)?.fields[0]?.code ?? null;

describe('rules of passwords', () => {
  it.each([
    ['три лопати біля хати', null],
    ['abcdef ghijk', null],
    ['кавун-2020-ро', null],
    ['коротко-2020', null],
    ['коротко-202', 'identity.password-too-short'],
    // Eleven rockets are 22 UTF-16 units: people count rockets.
    ['🚀'.repeat(11), 'identity.password-too-short'],
    ['аб вг'.repeat(25) + 'абв', null],
    ['аб вг'.repeat(25) + 'абвг', 'identity.password-too-long'],
    ['Password1234', 'identity.password-common'],
    ['  пароль 2020 !!', 'identity.password-common'],
    ['Слава Україні!', 'identity.password-common'],
    ['йцукенгшщзхї', 'identity.password-common'],
    ['123456789012', 'identity.password-common'],
    ['абабабабабабаб', 'identity.password-common'],
    ['мій O.Kravets пароль', 'identity.password-holds-email'],
  ])('%p -> %p', (password, expected) => {
    expect(code(password)).toBe(expected);
  });

  it('does not look for a name of two letters', () => {
    expect(code('радіо грає вночі', 'io@radio.example')).toBe(null);
    expect(code('io radio graie', 'io@radio.example')).toBe(null);
  });

  it('names the field that is asked for', () => {
    expect(passwordProblem('x', 'a@b.cd', 'newPassword')!.fields).toEqual([
      { field: 'newPassword', code: 'identity.password-too-short', data: { min: 12 } },
    ]);
  });
});
