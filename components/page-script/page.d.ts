/** Where browsers find the page script. */
declare const address: string;
export default address;
