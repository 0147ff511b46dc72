/** As an authority numbers its orders: «112-од», «45/01». */
export const ORDER_NUMBER = /^[\p{L}\d][\p{L}\d ./–-]*$/u;
export const ORDER_NUMBER_MAX = 40;
