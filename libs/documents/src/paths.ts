/** Addresses of the lib's pages, without the language prefix. */
export const paperPaths = {
  manage: (ownerKind: string, ownerId: string) => `/organiser/papers/${ownerKind}/${ownerId}`,
  /** POST, with the file. */
  signatures: (ownerKind: string, ownerId: string) => `/organiser/papers/${ownerKind}/${ownerId}/signatures`,
  /** POST */
  registrations: (ownerKind: string, ownerId: string) => `/organiser/papers/${ownerKind}/${ownerId}/registrations`,
  withdraw: (ownerKind: string, ownerId: string, documentId: string) =>
    `/organiser/papers/${ownerKind}/${ownerId}/files/${documentId}/withdrawal`,
  file: (ownerKind: string, ownerId: string, documentId: string) =>
    `/papers/${ownerKind}/${ownerId}/files/${documentId}`,
};
