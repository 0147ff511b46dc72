/** Addresses of the lib's pages, without the language prefix. */
export const noticePaths = {
  mine: '/notices',
  notice: (id: string) => `/notices/${id}`,
  settings: '/account/notices',
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  calls: '/organiser/calls',
  call: (clockId: string) => `/organiser/calls/${clockId}`,
  letters: '/organiser/letters',
  letter: (id: string) => `/organiser/letters/${id}`,
  returned: '/admin/returned-letters',
};
